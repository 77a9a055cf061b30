import assert from 'node:assert/strict';
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import type { ChangeSet } from '../../src/workspace/watch/change-set.js';
import { type ProjectWatch, watchProject } from '../../src/workspace/watch/watch-project.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { commitAll, createRepository, git } from '../support/git/repository.js';

describe('watching a project', () => {
  let folder: TemporaryFolder;
  let watch: ProjectWatch;
  let changes: ChangeSet[];
  let wake: () => void;

  beforeEach(async () => {
    folder = await TemporaryFolder.create('wätch #');
    changes = [];
    wake = () => undefined;
    await folder.writeAll({ 'pkg/a.py': 'x = 1\n', 'pkg/b.py': 'y = 1\n', 'mypy.ini': '[mypy]\n' });
    await createRepository(folder.path);
    watch = watchProject(
      {
        root: folder.path,
        gitFolder: folder.at('.git'),
        baselineFile: folder.at('mypy-baseline.jsonl'),
        configurationFiles: [folder.at('mypy.ini'), folder.at('pyproject.toml')],
      },
      (change) => {
        changes.push(change);
        wake();
      },
      { log: (line) => assert.fail(line) },
    );
    await watch.ready;
  });
  afterEach(async () => {
    await watch.close();
    await folder.remove();
  });

  /** Waits until the changes so far have something. */
  async function until(seen: () => boolean): Promise<void> {
    while (!seen()) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }

  const sawPython = (path: string) => () =>
    changes.some(({ python }) => python.has(folder.at(path)));

  it('sees Python files change, come and go, in new folders too', async () => {
    await writeFile(folder.at('pkg/a.py'), 'x = 2\n');
    await until(sawPython('pkg/a.py'));
    await mkdir(folder.at('pkg/new'));
    await writeFile(folder.at('pkg/new/c.pyi'), 'z: int\n');
    await until(sawPython('pkg/new/c.pyi'));
    await rm(folder.at('pkg/b.py'));
    await until(sawPython('pkg/b.py'));
  });

  it('sees the baseline file appear, be replaced and vanish', async () => {
    for (const action of [
      () => writeFile(folder.at('mypy-baseline.jsonl'), '{}'),
      async () => {
        await writeFile(folder.at('other'), '{"a":1}');
        await rename(folder.at('other'), folder.at('mypy-baseline.jsonl'));
      },
      () => rm(folder.at('mypy-baseline.jsonl')),
    ]) {
      changes = [];
      await action();
      await until(() => changes.some(({ baseline }) => baseline));
    }
  });

  it('sees configuration change, also a file that was not there', async () => {
    await writeFile(folder.at('mypy.ini'), '[mypy]\nstrict = True\n');
    await until(() => changes.some(({ configuration }) => configuration));
    changes = [];
    await writeFile(folder.at('pyproject.toml'), '[tool.mypy]\n');
    await until(() => changes.some(({ configuration }) => configuration));
  });

  it('sees a commit and a checkout from outside', async () => {
    await commitAll(folder.path, 'second');
    await until(() => changes.some(({ head }) => head));
    changes = [];
    await git(folder.path, 'checkout', '--quiet', '-b', 'branch');
    await until(() => changes.some(({ head }) => head));
    await writeFile(folder.at('pkg/a.py'), 'x = 3\n');
    await commitAll(folder.path, 'third');
    changes = [];
    await git(folder.path, 'checkout', '--quiet', 'main');
    await until(sawPython('pkg/a.py'));
    await until(() => changes.some(({ head }) => head));
  });

  it('sees files in a folder that was not there', async () => {
    const list = '.git/reftable/tables.list';
    for (const action of [
      () => folder.write(list, 'one'),
      () => folder.write(list, 'another'),
      () => folder.delete(list),
    ]) {
      changes = [];
      await action();
      await until(() => changes.some(({ head }) => head));
    }
  });

  it('leaves virtual environments, caches and dependencies alone, and follows no link', async () => {
    await mkdir(folder.at('env'));
    await writeFile(folder.at('env/pyvenv.cfg'), '');
    await symlink(folder.path, folder.at('pkg/loop'));
    for (const place of ['.mypy_cache', 'node_modules', '__pycache__', 'env']) {
      await mkdir(folder.at(place), { recursive: true });
      await writeFile(folder.at(`${place}/hidden.py`), '');
    }
    await writeFile(folder.at('pkg/last.py'), '');
    await until(sawPython('pkg/last.py'));
    const seen = changes.flatMap(({ python }) => [...python]);
    assert.deepEqual(
      seen.filter((path) => path.endsWith('hidden.py') || path.includes('loop')),
      [],
    );
  });
});
