import assert from 'node:assert/strict';
import { ENGLISH } from '../../../../src/core/language/language.js';
import { chooseTargets } from '../../../../src/mypy/configuration/choose-targets.js';
import {
  findMypyConfiguration,
  narrowToVersion,
} from '../../../../src/mypy/configuration/find-configuration.js';
import { TemporaryFolder } from '../../../support/files/temporary-folder.js';

/** Two sections for one module that do not agree. */
const CONFLICT = [
  '[[tool.mypy.overrides]]',
  'module = ["a", "b"]',
  'strict_optional = true',
  '[[tool.mypy.overrides]]',
  'module = "a"',
  'strict_optional = false',
  '',
].join('\n');

describe('findMypyConfiguration', () => {
  let folder: TemporaryFolder;

  beforeEach(async () => {
    folder = await TemporaryFolder.create();
  });

  afterEach(() => folder.remove());

  async function read(path: string, text: string) {
    await folder.write(path, text);
    return findMypyConfiguration(folder.path, null, path);
  }

  it('tells whether targets are named, and the plugins', async () => {
    const cases = [
      ['mypy.ini', '[mypy]\nfiles = a\n', true],
      ['mypy.ini', '[mypy]\nfiles =\n', false],
      ['mypy.ini', '[mypy]\npackages = a\n', true],
      ['mypy.ini', '[mypy-a]\nmodules = a\n', false],
      ['pyproject.toml', '[tool.mypy]\nmodules = ["a"]\n', true],
      ['pyproject.toml', '[tool.mypy]\nfiles = []\n', false],
      ['pyproject.toml', '[tool.mypy]\nfiles = "a"\n', true],
    ] as const;
    for (const [path, text, namesTargets] of cases) {
      const found = await read(path, text);
      assert.equal(found.kind === 'found' && found.namesTargets, namesTargets, text);
    }
    const ini = await read('mypy.ini', '[mypy]\nplugins =\n  a.b, ./c.py,\n');
    assert.deepEqual(ini.kind === 'found' && ini.plugins, ['a.b', './c.py']);
    const toml = await read('pyproject.toml', '[tool.mypy]\nplugins = ["a.b", "c"]\n');
    assert.deepEqual(toml.kind === 'found' && toml.plugins, ['a.b', 'c']);
  });

  it('tells where a malformed file is wrong', async () => {
    const cases = [
      ['mypy.ini', 'strict = True\n[mypy]\n', /^line 1: no section header/],
      ['mypy.ini', '[mypy]\na = 1\na = 2\n', /^line 3: option a occurs twice/],
      ['setup.cfg', '[mypy]\nwhat\n', /^line 2: neither/],
      ['pyproject.toml', '[tool.mypy]\nstrict = = 1\n', /^line 2: /],
      ['pyproject.toml', '[tool]\nmypy = 3\n', /not a table/],
      ['mypy.ini', '\uFEFF[mypy]\n', /^line 1: a byte order mark/],
      ['pyproject.toml', '\uFEFF[tool.mypy]\n', /^line 1: a byte order mark/],
      [
        'pyproject.toml',
        '[tool.mypy.overrides]\nmodule = "a"\n',
        /overrides is no array of tables/,
      ],
      ['pyproject.toml', '[[tool.mypy.overrides]]\nstrict = true\n', /overrides names no module/],
      ['pyproject.toml', '[[tool.mypy.overrides]]\nmodule = 3\n', /overrides names no module/],
      ['pyproject.toml', CONFLICT, /overrides gives a two values for strict_optional/],
    ] as const;
    for (const [path, text, detail] of cases) {
      const found = await read(path, text);
      assert.equal(found.kind, 'unreadable', text);
      assert.match(ENGLISH.express(found.detail), detail);
      await folder.delete(path);
    }
  });

  it('takes no second choice for a malformed first one', async () => {
    await folder.writeAll({ 'mypy.ini': 'what\n', 'setup.cfg': '[mypy]\n' });
    const found = await findMypyConfiguration(folder.path, null);
    assert.equal(found.kind === 'unreadable' && found.file, folder.at('mypy.ini'));
  });

  it('takes a file that was named, with the folder as root, or says that it is not there', async () => {
    await folder.write('etc/strict.ini', '[mypy]\nstrict = True\n');
    const found = await findMypyConfiguration(folder.path, null, 'etc/strict.ini');
    assert.equal(found.kind === 'found' && found.file, folder.at('etc/strict.ini'));
    assert.equal(found.root, folder.path);
    const missing = await findMypyConfiguration(folder.path, null, 'nope.ini');
    assert.equal(missing.kind, 'unreadable');
  });

  it('does not leave the folder for a repository that it is not in', async () => {
    await folder.writeAll({ 'mypy.ini': '[mypy]\n', 'in/a.py': '' });
    const elsewhere = await findMypyConfiguration(folder.at('in'), '/nowhere/repository');
    assert.equal(elsewhere.kind, 'none');
    const inside = await findMypyConfiguration(folder.at('in'), folder.path);
    assert.equal(inside.root, folder.path);
  });

  it('passes over a shared file without the section, whatever it says of single modules', async () => {
    await folder.write('setup.cfg', '[mypy-a]\nignore_errors = True\n');
    assert.equal((await findMypyConfiguration(folder.path, null)).kind, 'none');
  });

  describe('without a repository', () => {
    it('is above for a mypy that looks there, and then no project is', async () => {
      await folder.writeAll({ 'mypy.ini': '[mypy]\n', 'in/deep/a.py': '' });
      const found = await findMypyConfiguration(folder.at('in/deep'), null);
      assert.equal(found.kind === 'found' && found.file, folder.at('mypy.ini'));
      assert.equal(found.root, folder.at('in/deep'));
      assert.equal(await narrowToVersion(found, '1.15.0'), found);
      const { root } = found;
      assert.deepEqual(await narrowToVersion(found, '1.14.1'), { kind: 'none', root });
    });

    it('is not above a folder that mypy takes for the top of one', async () => {
      await folder.writeAll({ 'mypy.ini': '[mypy]\n', 'in/.hg/x': '', 'in/deep/a.py': '' });
      assert.equal((await findMypyConfiguration(folder.at('in/deep'), null)).kind, 'none');
    });

    it('is not above when that is malformed: mypy takes the next', async () => {
      await folder.writeAll({ 'mypy.ini': 'what\n', 'in/deep/a.py': '' });
      assert.equal((await findMypyConfiguration(folder.at('in/deep'), null)).kind, 'none');
    });
  });
});

describe('chooseTargets', () => {
  const named = {
    kind: 'found',
    file: '/w/mypy.ini',
    root: '/w',
    format: 'ini',
    place: 'root',
    namesTargets: true,
    plugins: [],
    fingerprint: '',
  } as const;

  it('prefers the person, then the configuration, then the arguments, then everything', () => {
    assert.deepEqual(chooseTargets(named, ['src'], []), ['src']);
    assert.deepEqual(chooseTargets(named, [], []), []);
    assert.deepEqual(chooseTargets({ ...named, namesTargets: false }, [], []), ['.']);
    assert.deepEqual(chooseTargets({ kind: 'none', root: '/w' }, [], ['--strict']), ['.']);
    for (const args of [['-p', 'a'], ['-pa'], ['--module', 'a'], ['--package=a'], ['-c', 'x']]) {
      assert.deepEqual(chooseTargets({ kind: 'none', root: '/w' }, [], args), []);
    }
  });
});
