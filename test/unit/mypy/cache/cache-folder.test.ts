import assert from 'node:assert/strict';
import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CacheIdentity,
  cacheFolderName,
  openCacheFolder,
  removeOldCaches,
} from '../../../../src/mypy/cache/cache-folder.js';
import { TemporaryFolder } from '../../../support/files/temporary-folder.js';

const IDENTITY: CacheIdentity = {
  environment: {
    interpreter: '/venv/bin/python',
    origin: 'setting',
    mypyVersion: '2.4.1',
    pythonVersion: '3.11',
    platform: 'linux',
    compiled: true,
  },
  root: '/w',
  configFile: undefined,
  args: [],
  targets: [],
};

const DAY_MS = 24 * 60 * 60_000;

describe('cache folders', () => {
  let folder: TemporaryFolder;

  beforeEach(async () => {
    folder = await TemporaryFolder.create();
  });

  afterEach(() => folder.remove());

  it('are private to root, arguments, targets, interpreter and version', () => {
    const { environment } = IDENTITY;
    const others: readonly CacheIdentity[] = [
      { ...IDENTITY, root: '/v' },
      { ...IDENTITY, configFile: '/w/x.ini' },
      { ...IDENTITY, args: ['--strict'] },
      { ...IDENTITY, targets: ['--strict'] },
      { ...IDENTITY, environment: { ...environment, interpreter: '/other/bin/python' } },
      { ...IDENTITY, environment: { ...environment, mypyVersion: '2.4.2' } },
    ];
    const names = new Set([IDENTITY, ...others].map(cacheFolderName));
    assert.equal(names.size, others.length + 1);
    assert.equal(cacheFolderName({ ...IDENTITY }), cacheFolderName(IDENTITY));
  });

  it('are removed after 30 days without use, and nothing else is', async () => {
    const used = await openCacheFolder(folder.path, IDENTITY);
    const old = await openCacheFolder(folder.path, { ...IDENTITY, root: '/old' });
    await folder.write('not-ours/file', '');
    const now = Date.now();
    const [longAgo] = [new Date(now - 31 * DAY_MS)];
    for (const name of await readdir(old)) await utimes(join(old, name), longAgo, longAgo);
    assert.equal((await removeOldCaches(folder.path, now)).length, 1);
    assert.deepEqual(
      (await readdir(folder.path)).sort(),
      [used.slice(folder.path.length + 1), 'not-ours'].sort(),
    );
    await openCacheFolder(folder.path, IDENTITY);
    assert.deepEqual(await removeOldCaches(folder.path, now + 29 * DAY_MS), []);
    assert.deepEqual(await removeOldCaches(folder.at('nowhere'), now), []);
  });
});
