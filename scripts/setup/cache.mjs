// Where downloads are kept between runs: outside node_modules, so that `npm ci` does not lose them.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Absolute path of the cache's root. */
export function cacheRoot(env = process.env, platform = process.platform) {
  if (env.MYPY_RATCHET_CACHE) return env.MYPY_RATCHET_CACHE;
  if (platform === 'win32' && env.LOCALAPPDATA) return join(env.LOCALAPPDATA, 'mypy-ratchet-dev');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'mypy-ratchet-dev');
  return join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'mypy-ratchet-dev');
}

/**
 * The folder of that name in the cache; made by `make(folder)` when it is not there. It is made
 * beside its place and renamed when it is whole, so an interrupted set-up is never taken for done.
 */
export async function cached(name, make) {
  const place = join(cacheRoot(), name);
  if (existsSync(place)) return place;
  await mkdir(dirname(place), { recursive: true });
  const draft = await mkdtemp(`${place}.tmp-`);
  try {
    await make(draft);
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another process may have been faster: its result is as good.
    if (existsSync(place)) return place;
    throw error;
  }
  return place;
}
