import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FaultProject } from '../support/faults/fault-project.js';
import { interpreterOf } from '../support/mypy/interpreters.js';

const AS_OTHERS =
  process.getuid?.() === 0 ? ['setpriv', '--bounding-set', '-dac_override,-dac_read_search'] : [];
describe('faults of the cache', function () {
  this.timeout(240_000);
  let project: FaultProject | undefined;

  afterEach(async () => {
    await project?.close();
    project = undefined;
  });

  async function open(o: object = {}): Promise<FaultProject> {
    project = await FaultProject.open(o);
    return project;
  }
  async function databases(opened: FaultProject): Promise<readonly string[]> {
    const all = await readdir(opened.storage.path, { recursive: true });
    return all
      .filter((name) => name.endsWith('.db'))
      .map((name) => join(opened.storage.path, name));
  }
  async function show(opened: FaultProject, f: () => Promise<void>) {
    try {
      await f();
    } catch (e) {
      console.log(String(e).slice(0, 600));
    }
    const { stale, problems, presence, result, activity } = opened.client.snapshot ?? {};
    console.log(
      { stale, problems, presence, totals: result?.totals, activity },
      opened.client.log.slice(-6).map((x) => x.slice(0, 400)),
    );
  }

  it('corrupted', async () => {
    const opened = await open();
    const files = await databases(opened);
    assert.notEqual(files.length, 0);
    for (const file of files) await writeFile(file, 'x'.repeat(50_000));
    await opened.fixAndSave();
    await show(opened, () => opened.assertFresh());
  });
  it('locked', async () => {
    const opened = await open();
    const files = await databases(opened);
    const python = spawn(interpreterOf('newest'), [
      '-c',
      'import sqlite3,sys\ncs=[sqlite3.connect(f, isolation_level=None) for f in sys.argv[1:]]\nfor c in cs: c.execute("BEGIN EXCLUSIVE")\nprint("locked",flush=True)\nsys.stdin.read()',
      ...files,
    ]);
    await once(python.stdout, 'data');
    await opened.fixAndSave();
    await show(opened, () => opened.assertFresh());
    python.stdin.end();
    await once(python, 'exit');
    await show(opened, () => opened.assertRecovers());
  });
  it('gone', async () => {
    const opened = await open();
    for (const name of await readdir(opened.storage.path))
      await rm(join(opened.storage.path, name), { recursive: true });
    await opened.fixAndSave();
    await show(opened, () => opened.assertFresh());
  });
  it('read only', async () => {
    const opened = await open({ launcher: AS_OTHERS });
    const all = await readdir(opened.storage.path, { recursive: true });
    for (const name of all) await chmod(join(opened.storage.path, name), 0o555);
    await opened.fixAndSave();
    await show(opened, () => opened.assertFresh());
    for (const name of all) await chmod(join(opened.storage.path, name), 0o755);
    await opened.assertRecovers();
  });
});
