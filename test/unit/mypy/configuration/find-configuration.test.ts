import assert from 'node:assert/strict';
import { chooseTargets } from '../../../../src/mypy/configuration/choose-targets.js';
import { findMypyConfiguration } from '../../../../src/mypy/configuration/find-configuration.js';
import { TemporaryFolder } from '../../../support/files/temporary-folder.js';

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
    ] as const;
    for (const [path, text, detail] of cases) {
      const found = await read(path, text);
      assert.equal(found.kind, 'unreadable', text);
      assert.match(found.detail, detail);
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
});

describe('chooseTargets', () => {
  const named = {
    kind: 'found',
    file: '/w/mypy.ini',
    root: '/w',
    format: 'ini',
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
