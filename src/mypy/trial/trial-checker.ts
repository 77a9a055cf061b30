import { cp, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { CheckRun } from '../../core/check/check-run.js';
import { markCacheFolder } from '../cache/cache-folder.js';
import { lockCache } from '../cache/cache-lock.js';
import type { Checker } from '../checker/checker.js';
import { createChecker } from '../checker/create-checker.js';
import type { CheckerPorts } from '../checker/engine.js';
import type { MypyInvocation } from '../configuration/mypy-invocation.js';

/** A check of texts that are not on disk, as plain mypy makes it. */
export interface TrialChecker {
  /**
   * Checks the whole project with other texts in some of its files.
   *
   * @param texts By path, of the files that were named when the checker was opened.
   */
  check(texts: ReadonlyMap<string, string>, signal: AbortSignal): Promise<CheckRun>;
  /** Ends every process and removes every file of the trial. */
  dispose(): Promise<void>;
}

/**
 * Opens a checker that lets mypy read other files in the place of some (`--shadow-file`), with a copy
 * of the project's cache: what it finds is in nobody's way.
 *
 * @param paths Relative to the root.
 */
export async function openTrial(
  invocation: MypyInvocation,
  ports: CheckerPorts,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<TrialChecker> {
  const folder = await mkdtemp(`${invocation.cacheFolder}-trial-`);
  try {
    // If nobody is left to remove it, it goes with the other old caches.
    await markCacheFolder(folder);
    const cacheFolder = join(folder, 'cache');
    await copyCache(invocation.cacheFolder, cacheFolder, signal);
    const shadows = new Map(
      paths.map((path, index) => [
        path,
        join(folder, `${index}${path.endsWith('i') ? '.pyi' : '.py'}`),
      ]),
    );
    const pairs = [...shadows].flatMap(([path, shadow]) => [
      '--shadow-file',
      resolve(invocation.root, path),
      shadow,
    ]);
    const args = [...invocation.args, ...pairs];
    // Its arguments go over standard input: thousands of files would be too many for a command line.
    const checker = createChecker({ ...invocation, args, cacheFolder }, 'prewarmed', ports);
    return new ShadowChecker(checker, folder, shadows);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

class ShadowChecker implements TrialChecker {
  readonly #checker: Checker;
  readonly #folder: string;
  readonly #shadows: ReadonlyMap<string, string>;
  #written = new Map<string, string>();
  /** Seconds; mypy compares whole ones, and another text of the same size has to be another second. */
  #mtime = 1_000_000_000;

  constructor(checker: Checker, folder: string, shadows: ReadonlyMap<string, string>) {
    this.#checker = checker;
    this.#folder = folder;
    this.#shadows = shadows;
  }

  async check(texts: ReadonlyMap<string, string>, signal: AbortSignal): Promise<CheckRun> {
    this.#mtime++;
    for (const [path, shadow] of this.#shadows) {
      const text = texts.get(path);
      if (text === undefined) throw new Error(`no text was given for ${path}`);
      if (this.#written.get(path) === text) continue;
      await writeFile(shadow, text);
      await utimes(shadow, this.#mtime, this.#mtime);
      this.#written.set(path, text);
    }
    return this.#checker.check({ signal });
  }

  async dispose(): Promise<void> {
    await this.#checker.dispose();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Without a copy mypy checks everything anew, which only takes longer. */
async function copyCache(from: string, to: string, signal: AbortSignal): Promise<void> {
  await mkdir(to);
  const attempt = await lockCache(from, signal, () => undefined);
  if (attempt.kind !== 'locked') return;
  try {
    await cp(from, to, { recursive: true });
  } catch {
    await rm(to, { recursive: true, force: true });
    await mkdir(to);
  } finally {
    attempt.lock.release();
  }
}
