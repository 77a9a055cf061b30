import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { findMypyConfiguration } from '../../src/mypy/configuration/find-configuration.js';
import { IniError, parseIni } from '../../src/mypy/configuration/ini.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import {
  interpreterOf,
  type MypyVersion,
  VERSION,
  VERSIONS,
} from '../support/mypy/interpreters.js';
import { isSince } from '../support/mypy/is-since.js';

/** Reads each text with configparser: sections with their options, or null for an error. */
const CONFIGPARSER = `
import configparser, json, sys
answers = []
for text in json.load(open(sys.argv[1], encoding="utf-8")):
    parser = configparser.RawConfigParser()
    try:
        parser.read_string(text)
        answers.append([[name, list(parser[name].items())] for name in parser.sections()])
    except configparser.Error:
        answers.append(None)
print(json.dumps(answers))
`;

/** Lines as people write them, put together at random. */
const anyIni = fc
  .array(
    fc.constantFrom(
      '[mypy]',
      '[mypy-a.*]',
      '[DEFAULT]',
      '  [indented]',
      'strict = True',
      'Strict=1',
      'files = a, b',
      'files =',
      '    a.py,',
      '    b.py  # no comment',
      '  # comment',
      '; comment',
      '',
      '   ',
      'plugins: x',
      'a = b = c',
      'key with spaces : v',
      '  deeper = 2',
      'nonsense',
      '= value',
      '[unclosed',
    ),
    { maxLength: 12 },
  )
  .map((lines) => `${lines.join('\n')}\n`);

describe('the configuration that mypy takes', () => {
  let folder: TemporaryFolder | undefined;

  afterEach(async () => {
    await folder?.remove();
    folder = undefined;
  });

  it('ini files are read as configparser reads them', async () => {
    folder = await TemporaryFolder.create();
    const texts = fc.sample(anyIni, { numRuns: 3000, seed: 20 });
    await folder.write('texts.json', JSON.stringify(texts));
    const { stdout } = spawnSync(
      interpreterOf(VERSION),
      ['-c', CONFIGPARSER, folder.at('texts.json')],
      { encoding: 'utf8', maxBuffer: 2 ** 26 },
    );
    const answers: unknown = JSON.parse(stdout);
    assert.ok(Array.isArray(answers));
    for (const [index, text] of texts.entries()) {
      assert.deepEqual(read(text), sortOptions(answers[index]), text);
    }
    assert.ok(answers.filter((answer) => answer !== null).length > 100);
  });

  /**
   * Which file mypy itself takes: it warns of an unknown option with the file's name, and then ends
   * because nobody told it what to check.
   */
  function askMypy(version: MypyVersion, root: string): string | undefined {
    const args = ['-W', 'ignore', '-m', 'mypy'];
    const { stderr } = spawnSync(interpreterOf(version), args, { cwd: root, encoding: 'utf8' });
    assert.match(stderr, /Missing target module/);
    return /^(\S+): \[mypy\]: Unrecognized option: nope = /m.exec(stderr)?.[1];
  }

  const INI = '[mypy]\nnope = 1\n';
  const TOML = '[tool.mypy]\nnope = 1\n';
  const OTHER_TOML = '[tool.other]\nx = 1\n';
  const cases: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    [
      'mypy.ini first',
      { 'mypy.ini': INI, '.mypy.ini': INI, 'pyproject.toml': TOML, 'setup.cfg': INI },
    ],
    ['.mypy.ini second', { '.mypy.ini': INI, 'pyproject.toml': TOML, 'setup.cfg': INI }],
    ['pyproject.toml third', { 'pyproject.toml': TOML, 'setup.cfg': INI }],
    ['setup.cfg last', { 'pyproject.toml': OTHER_TOML, 'setup.cfg': INI }],
    ['none with a section', { 'pyproject.toml': OTHER_TOML, 'setup.cfg': '[other]\nx = 1\n' }],
    ['a broken file of others', { 'pyproject.toml': 'x = = 1', 'setup.cfg': INI }],
  ];
  for (const [name, files] of cases) {
    it(`is found as mypy finds it: ${name}`, async () => {
      folder = await TemporaryFolder.create();
      await folder.writeAll(files);
      const configuration = await findMypyConfiguration(folder.path, null);
      const file = configuration.kind === 'found' ? configuration.file : undefined;
      for (const version of VERSIONS) {
        const taken = askMypy(version, folder.path);
        assert.equal(taken && folder.at(taken), file, version);
      }
    });
  }

  it('is found above, up to the repository, where mypy since 1.15 finds it', async () => {
    folder = await TemporaryFolder.create();
    await folder.writeAll({
      'mypy.ini': INI,
      'in/repo/.git/HEAD': '',
      'in/repo/pkg/deep/a.py': '',
    });
    const deep = folder.at('in/repo/pkg/deep');
    const repository = folder.at('in/repo');
    assert.equal((await findMypyConfiguration(deep, repository)).kind, 'none');
    for (const version of VERSIONS) assert.equal(askMypy(version, deep), undefined, version);
    await folder.write('in/repo/pyproject.toml', TOML);
    const configuration = await findMypyConfiguration(deep, repository);
    assert.equal(configuration.root, repository);
    for (const version of VERSIONS) {
      const taken = isSince(version, 1, 15) ? '../../pyproject.toml' : undefined;
      assert.equal(askMypy(version, deep), taken, version);
      // From its own folder, which is where ours start it, every version takes it.
      assert.equal(askMypy(version, repository), 'pyproject.toml', version);
    }
  });
});

function read(text: string): unknown {
  try {
    return [...parseIni(text)].map(([name, options]) => [name, [...options].sort()]);
  } catch (error) {
    if (error instanceof IniError) return null;
    throw error;
  }
}

function sortOptions(answer: unknown): unknown {
  if (!Array.isArray(answer)) return answer;
  return answer.map(([name, options]) => [name, options.sort()]);
}
