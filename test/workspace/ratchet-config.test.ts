import assert from 'node:assert/strict';
import { parsePolicy } from '../../src/core/gate/parse-policy.js';
import { hasPythonFiles } from '../../src/workspace/python-files.js';
import { readRatchetConfig } from '../../src/workspace/ratchet-config/ratchet-config.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';

describe('the configuration of a project', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await TemporaryFolder.create();
  });
  afterEach(() => folder.remove());

  it('may be absent', async () => {
    assert.deepEqual((await readRatchetConfig(folder.path)).problems, []);
    await folder.write('pyproject.toml', '[tool.other]\n');
    assert.deepEqual((await readRatchetConfig(folder.path)).problems, []);
  });

  it('is read from pyproject.toml', async () => {
    await folder.write(
      'pyproject.toml',
      '[tool.mypy-ratchet]\nbaseline = "debt.jsonl"\nargs = ["--strict"]\ntargets = ["src"]\nconfig-file = "x.ini"\n',
    );
    const { baseline, args, targets, configFile, problems } = await readRatchetConfig(folder.path);
    assert.deepEqual([baseline, configFile], ['debt.jsonl', 'x.ini']);
    assert.deepEqual([args, targets, problems], [['--strict'], ['src'], []]);
  });

  it('holds what the gate asks', async () => {
    await folder.write(
      'mypy-ratchet.toml',
      'base = "develop"\nmax-increase = "10%"\n[caps.codes]\nmisc = 3\n',
    );
    const { base, gate, problems } = await readRatchetConfig(folder.path);
    assert.deepEqual([base, gate['max-increase'], problems], ['develop', '10%', []]);
    assert.deepEqual(parsePolicy(gate).policy.caps, [
      { part: { kind: 'code', code: 'misc' }, max: 3 },
    ]);
  });

  it('is read from mypy-ratchet.toml before pyproject.toml', async () => {
    await folder.write('pyproject.toml', '[tool.mypy-ratchet]\nbaseline = "a"\n');
    await folder.write('mypy-ratchet.toml', 'baseline = "b"\n');
    assert.equal((await readRatchetConfig(folder.path)).baseline, 'b');
  });

  for (const [name, text] of [
    ['an unknown key', 'baselin = "x"'],
    ['a wrong type', 'args = "--strict"'],
    ['a wrong item', 'targets = [1]'],
    ['a policy that is none', 'growth = "maybe"'],
    ['broken TOML', 'args = ['],
  ] as const) {
    it(`tells of ${name}`, async () => {
      await folder.write('mypy-ratchet.toml', text);
      assert.equal((await readRatchetConfig(folder.path)).problems.length, 1);
    });
  }
});

describe('looking for Python files', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await TemporaryFolder.create();
  });
  afterEach(() => folder.remove());

  it('finds them deep down, and not in environments', async () => {
    await folder.writeAll({ 'docs/a.md': '', 'venv/pyvenv.cfg': '', 'venv/lib/x.py': '' });
    assert.equal(await hasPythonFiles(folder.path), false);
    await folder.write('src/deep/er/x.pyi', '');
    assert.equal(await hasPythonFiles(folder.path), true);
  });
});
