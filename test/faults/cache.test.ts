import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FaultProject } from '../support/faults/fault-project.js';
import { AS_ORDINARY_USER } from '../support/faults/launchers.js';
import { projectPerTest } from '../support/faults/project-per-test.js';
import { interpreterOf } from '../support/mypy/interpreters.js';

/** Locks databases, says so, and holds them until its standard input ends. */
const LOCKER = `
import sqlite3, sys
connections = [sqlite3.connect(path, isolation_level=None) for path in sys.argv[1:]]
for connection in connections:
    connection.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.read()
`;

describe('faults of the cache', function () {
  this.timeout(240_000);
  const open = projectPerTest();

  /** All that is in the folder of the caches, folders first. */
  async function listStored({ storage }: FaultProject): Promise<readonly string[]> {
    const names = await readdir(storage.path, { recursive: true });
    return names.sort().map((name) => join(storage.path, name));
  }

  async function listDatabases(opened: FaultProject): Promise<readonly string[]> {
    const databases = (await listStored(opened)).filter((path) => path.endsWith('.db'));
    assert.notEqual(databases.length, 0);
    return databases;
  }

  it('drops one that is damaged', async () => {
    const opened = await open();
    for (const path of await listDatabases(opened)) await writeFile(path, 'x'.repeat(50_000));
    await opened.fixAndSave();
    await opened.assertFresh();
    assert.ok(opened.client.log.some((line) => line.includes('its cache is dropped')));
  });

  it('goes on without one that another process has locked', async () => {
    const opened = await open();
    const locker = spawn(interpreterOf('newest'), ['-c', LOCKER, ...(await listDatabases(opened))]);
    await once(locker.stdout, 'data');
    await opened.fixAndSave();
    await opened.assertFresh();
    locker.stdin.end();
    await once(locker, 'exit');
    await opened.assertRecovers();
  });

  it('makes one anew that is gone', async () => {
    const opened = await open();
    for (const path of await readdir(opened.storage.path)) {
      await rm(opened.storage.at(path), { recursive: true });
    }
    await opened.fixAndSave();
    await opened.assertFresh();
  });

  it('says that it cannot be written', async () => {
    const opened = await open({ launcher: AS_ORDINARY_USER });
    const stored = await listStored(opened);
    for (const path of stored) await chmod(path, 0o555);
    await opened.fixAndSave();
    const message = /^mypy crashed: .*readonly database/;
    await opened.assertHeld({ kind: 'check-failed', message, remedy: 'show-log' });
    for (const path of stored) await chmod(path, 0o755);
    await opened.assertRecovers();
  });

  it('says that the disk is full', async function () {
    if (process.getuid?.() !== 0) {
      console.log('      skipped: only root can make a small disk');
      this.skip();
    }
    const opened = await open({ disk: { of: 'caches', megabytes: 8 } });
    await opened.disk?.fill();
    await opened.fixAndSave();
    const message = /^mypy crashed: .*(disk|space)/;
    await opened.assertHeld({ kind: 'check-failed', message, remedy: 'show-log' });
    await opened.disk?.free();
    await opened.assertRecovers();
  });
});
