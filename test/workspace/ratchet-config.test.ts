import assert from 'node:assert/strict';
import { parsePolicy } from '../../src/core/gate/parse-policy.js';
import { phrase } from '../../src/core/language/language.js';
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

  it('holds the plan, with dates as TOML has them or in quotes', async () => {
    await folder.write(
      'pyproject.toml',
      '[tool.mypy-ratchet.plan]\ntarget = 500\ndate = 2027-05-31\nstart = "2026-11-24"\n' +
        'pace = "50-100"\nsprint = "2 weeks"\norder = ["missing-annotations", "optional"]\n',
    );
    const { plan, problems } = await readRatchetConfig(folder.path);
    assert.deepEqual(problems, []);
    assert.deepEqual(plan, {
      target: { kind: 'count', count: 500 },
      date: Date.UTC(2027, 4, 31) / 86_400_000,
      pace: { least: 50, most: 100 },
      sprintDays: 14,
      start: Date.UTC(2026, 10, 24) / 86_400_000,
      order: ['missing-annotations', 'optional'],
    });
  });

  it('has no plan while any of it is not understood, and says which part', async () => {
    await folder.write('mypy-ratchet.toml', '[plan]\ntarget = 5\ndate = 2027-05-31T12:00:00Z\n');
    const { plan, problems } = await readRatchetConfig(folder.path);
    assert.equal(plan, null);
    assert.deepEqual(problems, [
      {
        kind: 'configuration-unreadable',
        path: 'mypy-ratchet.toml',
        detail: phrase('"plan.{0}" is no date such as 2027-05-31', 'date'),
      },
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
    ['a plan that is none', 'plan = "soon"'],
    ['an unknown key of the plan', '[plan]\ntarget = 0\npace = 5\nspeed = 3'],
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
