import assert from 'node:assert/strict';
import { relative } from 'node:path';
import { findProjects, isProjectItself } from '../../src/project/discovery/find-projects.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';

const BASELINE = 'mypy-baseline.jsonl';

describe('findProjects', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await TemporaryFolder.create('monorepo');
    await folder.write('.git/HEAD', '');
  });
  afterEach(() => folder.remove());

  /** Relative to the folder that is opened; `.` for that itself. */
  async function find(below = ''): Promise<readonly string[]> {
    const opened = folder.at(below);
    const { folders } = await findProjects(opened);
    return folders.map((path) => relative(opened, path) || '.');
  }

  it('knows every file that configures mypy, and none that does not', async () => {
    await folder.writeAll({
      'a/pyproject.toml': '[tool.mypy]\nstrict = true\n',
      'a/a.py': '',
      'b/mypy.ini': '[mypy]\n',
      'b/src/b.py': '',
      'c/setup.cfg': '[mypy]\n',
      'c/c.pyi': '',
      'd/.mypy.ini': '[mypy]\n',
      'd/d.py': '',
      'e/pyproject.toml': '[tool.black]\n',
      'e/e.py': '',
    });
    assert.deepEqual(await find(), ['a', 'b', 'c', 'd']);
    assert.equal(await isProjectItself(folder.path), false);
  });

  it('passes over dependencies, environments, caches, what is built, and what has no code', async () => {
    const mine = { 'app/mypy.ini': '[mypy]\n', 'app/app.py': '' };
    const others = [
      'node_modules/x',
      '.tox/x',
      'env/lib',
      'build/lib',
      'dist/x',
      'tests/fixtures/x',
    ].flatMap((place) => [
      [`${place}/mypy.ini`, '[mypy]\n'],
      [`${place}/x.py`, ''],
    ]);
    await folder.writeAll({ ...mine, ...Object.fromEntries(others), 'env/pyvenv.cfg': '' });
    await folder.write('config/mypy.ini', '[mypy]\n');
    assert.deepEqual(await find(), ['app']);
  });

  it('takes a nested project with a baseline beside the one around it', async () => {
    await folder.writeAll({
      'mypy.ini': '[mypy]\n',
      [BASELINE]: '',
      'plugins/x/mypy.ini': '[mypy]\n',
      [`plugins/x/${BASELINE}`]: '',
      'plugins/y/mypy.ini': '[mypy]\n',
      'plugins/y/y.py': '',
      'plugins/z/pyproject.toml': '[tool.mypy]\n[tool.mypy-ratchet]\nbaseline = "debt.jsonl"\n',
      'plugins/z/debt.jsonl': '',
    });
    assert.deepEqual(await find(), ['.', 'plugins/x', 'plugins/z']);
    assert.equal(await isProjectItself(folder.path), true);
  });

  it('leaves a folder whole whose repository configures it from above', async () => {
    await folder.writeAll({
      'mypy.ini': '[mypy]\n',
      'services/api/mypy.ini': '[mypy]\n',
      'services/api/api.py': '',
    });
    assert.deepEqual(await find('services'), ['.']);
    assert.equal(await isProjectItself(folder.at('services')), true);
  });
});
