import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { type CacheLock, lockCache } from '../../../../src/mypy/cache/cache-lock.js';
import { TemporaryFolder } from '../../../support/files/temporary-folder.js';
import { LOCK_USER } from '../../../support/mypy/lock-user.js';
import { until } from '../../../support/mypy/processes.js';

describe('the lock of a cache', () => {
  let folder: TemporaryFolder;
  let cache: string;
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    folder = await TemporaryFolder.create();
    cache = folder.at('0123456789abcdef');
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await folder.remove();
  });

  const failToWait = () => assert.fail('it had to wait');

  async function lock(onWait: (pid: number | null) => void = failToWait): Promise<CacheLock> {
    const attempt = await lockCache(cache, new AbortController().signal, onWait);
    assert.equal(attempt.kind, 'locked', JSON.stringify(attempt));
    return attempt.lock;
  }

  function startUser(times: string): ChildProcess {
    const args = [LOCK_USER, cache, folder.at('log'), times];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    children.push(child);
    return child;
  }

  const log = () =>
    existsSync(folder.at('log'))
      ? readFileSync(folder.at('log'), 'utf8').split('\n').slice(0, -1)
      : [];
  const files = async () => (await readdir(folder.path)).filter((name) => name !== 'log');

  it('is for one at a time in one process too, and leaves no file', async () => {
    const first = await lock();
    const waits: (number | null)[] = [];
    const second = lock((pid) => waits.push(pid));
    await until(() => waits.length === 1);
    assert.deepEqual(waits, [process.pid]);
    first.release();
    (await second).release();
    assert.deepEqual(await files(), []);
  });

  it('is for one at a time among processes', async () => {
    const users = ['20', '20', '20'].map(startUser);
    const ends = await Promise.all(users.map((user) => once(user, 'exit')));
    assert.deepEqual(ends, [
      [0, null],
      [0, null],
      [0, null],
    ]);
    const uses = log();
    assert.equal(uses.length, 120);
    for (let at = 0; at < uses.length; at += 2) {
      assert.equal(uses[at]?.replace('+', '-'), uses[at + 1], `use ${at / 2}`);
    }
    assert.deepEqual(await files(), []);
  });

  it('is not waited for when its holder was killed', async () => {
    const user = startUser('for-ever');
    await until(() => log().length === 1);
    const waiting = lock((pid) => assert.equal(pid, user.pid));
    user.kill('SIGKILL');
    await once(user, 'exit');
    const begin = performance.now();
    (await waiting).release();
    assert.ok(performance.now() - begin < 1_000, 'within a second');
  });

  it('is waited for while a mypy lives whose server was killed', async () => {
    const orphan = startUser('for-ever');
    await until(() => log().length === 1);
    await folder.delete('0123456789abcdef.lock');
    const dead = startUser('0');
    await once(dead, 'exit');
    const own = await lock();
    own.name(orphan.pid ?? 0);
    const holder: unknown = JSON.parse(await folder.read('0123456789abcdef.lock'));
    assert.ok(typeof holder === 'object' && holder !== null);
    own.release();
    const left = JSON.stringify({ ...holder, pid: dead.pid });
    await writeFile(folder.at('0123456789abcdef.lock'), left);
    let hasWaited = false;
    const waiting = lock(() => {
      hasWaited = true;
    });
    await until(() => hasWaited);
    orphan.kill('SIGKILL');
    (await waiting).release();
  });

  it('may be garbage, or half taken over by somebody who died', async () => {
    await folder.write('0123456789abcdef.lock', 'garbage');
    await folder.write('0123456789abcdef.lock.takeover', '');
    const old = Date.now() / 1000 - 60;
    for (const name of await files()) await utimes(folder.at(name), old, old);
    const waits: (number | null)[] = [];
    (await lock((pid) => waits.push(pid))).release();
    assert.deepEqual(waits, [null]);
    assert.deepEqual(await files(), []);
  });

  it("lets go of nobody else's", async () => {
    const own = await lock();
    await folder.delete('0123456789abcdef.lock');
    const next = await lock();
    own.release();
    own.name(1);
    assert.deepEqual(await files(), ['0123456789abcdef.lock']);
    next.release();
    assert.deepEqual(await files(), []);
  });

  it('is not waited for when nobody needs it any more', async () => {
    const own = await lock();
    const controller = new AbortController();
    const attempt = lockCache(cache, controller.signal, () => controller.abort());
    assert.deepEqual(await attempt, { kind: 'cancelled' });
    own.release();
  });

  it('is not to be had where nothing can be written', async () => {
    const attempt = await lockCache(
      folder.at('no/such/cache'),
      new AbortController().signal,
      failToWait,
    );
    assert.equal(attempt.kind, 'unavailable');
  });
});
