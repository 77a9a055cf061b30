import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import type { CheckRun } from '../../../../src/core/check/check-run.js';
import type { Checker } from '../../../../src/mypy/checker/checker.js';
import { FreshCacheChecker } from '../../../../src/mypy/checker/fresh-cache-checker.js';
import { TemporaryFolder } from '../../../support/files/temporary-folder.js';

const CRASH: CheckRun = { kind: 'failed', failure: { kind: 'crashed', detail: 'x' }, stderr: '' };
const COMPLETE: CheckRun = {
  kind: 'complete',
  authority: 'plain',
  errors: [],
  checkedFiles: 1,
  noise: [],
  isProven: true,
  stderr: '',
};

describe('FreshCacheChecker', () => {
  let folder: TemporaryFolder;

  beforeEach(async () => {
    folder = await TemporaryFolder.create();
    await folder.writeAll({ '3.11/cache.0.db': '', 'marker.txt': '' });
  });

  afterEach(() => folder.remove());

  /** A checker that gives these runs, one after the other. */
  function checkerOf(...runs: readonly CheckRun[]) {
    const left = [...runs];
    const inner: Checker = {
      engine: 'fake',
      check: async () => left.shift() ?? COMPLETE,
      hasSameEnvironment: () => Promise.resolve(false),
      expectAnother: () => undefined,
      dispose: async () => undefined,
    };
    const checker = new FreshCacheChecker(inner, folder.path, () => undefined);
    const check = () => checker.check({ signal: new AbortController().signal });
    return { check, left };
  }

  it('drops the cache after a crash, and nothing else, and runs once more', async () => {
    const { check } = checkerOf(CRASH, COMPLETE);
    assert.equal(await check(), COMPLETE);
    assert.deepEqual(await readdir(folder.path), ['marker.txt']);
  });

  it('does so too when mypy gives up on the cache', async () => {
    const position = { line: 0, column: 0 };
    const blocker = {
      path: 'typing.meta.json',
      start: position,
      end: position,
      code: '',
      message: 'Error reading JSON file; you likely have a bad cache.',
      notes: [],
    };
    const { check } = checkerOf({ kind: 'blocked', blockers: [blocker], stderr: '' }, COMPLETE);
    assert.equal(await check(), COMPLETE);
    assert.deepEqual(await readdir(folder.path), ['marker.txt']);
  });

  it('takes a crash with an empty cache for what it is', async () => {
    await folder.delete('3.11/cache.0.db');
    const { check, left } = checkerOf(CRASH, CRASH, CRASH);
    assert.equal(await check(), CRASH);
    await folder.write('3.11/cache.0.db', '');
    assert.equal(await check(), CRASH);
    assert.deepEqual(await readdir(folder.path), ['3.11', 'marker.txt']);
    assert.equal(left.length, 0);
  });

  it('suspects the cache again once a run has ended well', async () => {
    const { check, left } = checkerOf(CRASH, CRASH, COMPLETE, CRASH, COMPLETE);
    assert.equal(await check(), CRASH);
    assert.equal(await check(), COMPLETE);
    await folder.write('3.11/cache.0.db', '');
    assert.equal(await check(), COMPLETE);
    assert.equal(left.length, 0);
  });

  it('keeps the cache where the machine is to blame', async () => {
    for (const detail of [
      'MemoryError',
      "PermissionError: [Errno 13] Permission denied: 'closed'",
      'OSError: [Errno 28] No space left on device',
      "RuntimeError: can't start new thread",
    ]) {
      const crash: CheckRun = {
        kind: 'failed',
        failure: { kind: 'crashed', detail: `exit status 1\nTraceback\n${detail}` },
        stderr: '',
      };
      const { check, left } = checkerOf(crash, COMPLETE);
      assert.equal(await check(), crash, detail);
      assert.equal(left.length, 1);
    }
    assert.deepEqual(await readdir(folder.path), ['3.11', 'marker.txt']);
  });

  it('leaves every other ending alone', async () => {
    for (const run of [
      { kind: 'cancelled' },
      { kind: 'failed', failure: { kind: 'usage', detail: '' }, stderr: '' },
    ] satisfies CheckRun[]) {
      assert.equal(await checkerOf(run).check(), run);
    }
    assert.deepEqual(await readdir(folder.path), ['3.11', 'marker.txt']);
  });
});
