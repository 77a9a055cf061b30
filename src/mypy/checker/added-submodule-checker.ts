import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { CheckRun } from '../../core/check/check-run.js';
import type { MypyError } from '../../core/error/mypy-error.js';
import { MeantErrors } from '../cache/meant-errors.js';
import { isCold } from '../cache/mypy-caches.js';
import type { MypyInvocation } from '../configuration/mypy-invocation.js';
import type { Checker, CheckOptions } from './checker.js';
import { CheckerLayer } from './checker-layer.js';

/**
 * What mypy says of an attribute of any module, not of one that it knows; and, from its cache, of a file
 * that a checkout brought back, although it knows the modules that this imports.
 */
const NAMELESS = /^Module has no attribute "/;

/**
 * Runs mypy again where it says that a package lacks a module which is there. When a file joins
 * a package, mypy does not look again at who asked for it before by `from package import module`:
 * that question is not in its cache (python/mypy#20799). It shows since 1.19, which caches files
 * with errors. What mypy says without a cache is never doubted.
 */
export class AddedSubmoduleChecker extends CheckerLayer {
  readonly #root: string;
  readonly #cacheFolder: string;
  readonly #log: (line: string) => void;
  readonly #meant: MeantErrors;

  /**
   * @param root Absolute; errors' paths are relative to it.
   * @param cacheFolder Absolute; nobody else uses it during a check.
   */
  constructor(
    checker: Checker,
    { root, cacheFolder }: Pick<MypyInvocation, 'root' | 'cacheFolder'>,
    log: (line: string) => void,
  ) {
    super(checker);
    this.#root = root;
    this.#cacheFolder = cacheFolder;
    this.#log = log;
    this.#meant = new MeantErrors(cacheFolder);
  }

  override async check(options: CheckOptions): Promise<CheckRun> {
    const mayDoubt = !isCold(this.#cacheFolder);
    const asked = new Set(this.#meant.read());
    const forget = new Set(options.forget);
    let run = await this.inner.check(options);
    for (;;) {
      const doubted = this.#findDoubted(run);
      const open = mayDoubt ? doubted.filter((error) => !asked.has(keyOf(error))) : [];
      const [first] = open;
      if (first === undefined) {
        if (run.kind === 'complete') this.#meant.keep(new Set(doubted.map(keyOf)));
        return run;
      }
      this.#log(`mypy looks again, for this may be out of its cache: ${first.message}`);
      for (const error of open) {
        asked.add(keyOf(error));
        forget.add(resolve(this.#root, error.path));
      }
      run = await this.inner.check({ ...options, forget: [...forget] });
    }
  }

  /** Errors that miss a module which is there, or what is in one that is not named. */
  #findDoubted(run: CheckRun): readonly MypyError[] {
    if (run.kind !== 'complete') return [];
    return run.errors.filter(({ path, message }) => {
      if (NAMELESS.test(message)) return true;
      const missing = parseMissing(message);
      return missing !== undefined && hasSubmodule(this.#root, path, missing);
    });
  }
}

function keyOf({ path, message }: MypyError): string {
  return `${path}\n${message}`;
}

/** The parts of the name of the module that mypy misses: `a`, `b`, `c` of `a.b.c`. */
function parseMissing(message: string): readonly string[] | undefined {
  // Nearly all messages begin otherwise, and there may be a hundred thousand.
  if (!message.startsWith('Module "')) return undefined;
  const [, name, attribute] = /^Module "([\w.]+)" has no attribute "(\w+)"/.exec(message) ?? [];
  return name === undefined || attribute === undefined
    ? undefined
    : [...name.split('.'), attribute];
}

/**
 * Whether a module is there, seen from the root or from a folder above the file that wants it.
 * Synchronous: it is asked of few errors, and much faster than to wait for each.
 */
function hasSubmodule(root: string, path: string, parts: readonly string[]): boolean {
  return listFoldersAbove(root, path).some((folder) => {
    const module = join(folder, ...parts);
    return [`${module}.py`, `${module}.pyi`, module].some((place) => existsSync(place));
  });
}

function listFoldersAbove(root: string, path: string): readonly string[] {
  const folders = [root];
  let folder = dirname(resolve(root, path));
  while (folder.length > root.length) {
    folders.push(folder);
    folder = dirname(folder);
  }
  return folders;
}
