import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TemporaryFolder } from '../files/temporary-folder.js';
import { runBareMypy } from './bare-mypy.js';

const models = new Map<string, Promise<string>>();

// A hook of all tests: whoever imports this module has the models removed at the end.
after(async () => {
  for (const model of models.values()) await rm(await model, { recursive: true, force: true });
});

/** What a cache knows beforehand: the standard library's stubs, and nothing of any project. */
const LIBRARY = { 'warm_the_cache.py': 'import os, sys, typing\n' };

/**
 * A folder of one's own for `--cache-dir`, for which mypy has checked some files already: to check
 * a tree of three lines shall not take a second for `builtins`, or a minute for SQLAlchemy. It is
 * to be removed by whoever asked for it.
 *
 * @param interpreter The one that has the mypy.
 * @param files Beside what they import; with a configuration where that decides what is cached.
 */
export async function copyWarmCache(
  interpreter: string,
  files: Readonly<Record<string, string>> = LIBRARY,
): Promise<string> {
  const key = JSON.stringify([interpreter, files]);
  const model = models.get(key) ?? makeModel(interpreter, files);
  models.set(key, model);
  const folder = await makeFolder();
  await cp(await model, folder, { recursive: true });
  return folder;
}

async function makeModel(
  interpreter: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = await makeFolder();
  const tree = await TemporaryFolder.create();
  try {
    await tree.writeAll(files);
    await runBareMypy(interpreter, tree.path, folder, ['.']);
  } finally {
    await tree.remove();
  }
  return folder;
}

async function makeFolder(): Promise<string> {
  return mkdtemp(join(await realpath(tmpdir()), 'mypy-ratchet-cache-'));
}
