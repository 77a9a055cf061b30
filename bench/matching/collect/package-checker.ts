import { join } from 'node:path';
import type { MypyError } from '../../../src/core/error/mypy-error.js';
import { ENGLISH } from '../../../src/core/language/language.js';
import { describeProblem } from '../../../src/core/problem/describe-problem.js';
import type { Checker } from '../../../src/mypy/checker/checker.js';
import { createChecker } from '../../../src/mypy/checker/create-checker.js';
import type { MypyEnvironment } from '../../../src/mypy/interpreter/environment.js';

/** How mypy is called on each commit. */
export interface CheckSettings {
  readonly environment: MypyEnvironment;
  readonly args: readonly string[];
  /** Whether the configuration in the repository counts. */
  readonly isConfigured: boolean;
  /** Ends a check that runs, and with it the collection. */
  readonly signal: AbortSignal;
}

/** All errors of a commit, or why mypy could not look. */
export type CheckedPackage =
  | { readonly kind: 'checked'; readonly errors: readonly MypyError[] }
  | { readonly kind: 'unchecked'; readonly why: string };

const SOURCES = join(__dirname, '..', '..', '..', '..', 'src');

/** Checks the packages of a working tree again and again, with one private cache. */
export class PackageChecker {
  readonly #settings: CheckSettings;
  readonly #root: string;
  readonly #cacheFolder: string;

  /**
   * @param root Absolute path of the working tree, which is mypy's working directory.
   * @param cacheFolder Absolute.
   */
  constructor(settings: CheckSettings, root: string, cacheFolder: string) {
    this.#settings = settings;
    this.#root = root;
    this.#cacheFolder = cacheFolder;
  }

  /**
   * @param targets Files and folders, relative to the root.
   * @throws Error when it is interrupted.
   */
  async check(targets: readonly string[]): Promise<CheckedPackage> {
    const checker = this.#createChecker(targets);
    try {
      const run = await checker.check({ signal: this.#settings.signal });
      switch (run.kind) {
        case 'complete':
          return { kind: 'checked', errors: run.errors };
        case 'blocked':
          return unchecked({ kind: 'check-blocked', blockers: run.blockers });
        case 'failed':
          return unchecked({ kind: 'check-failed', failure: run.failure, stderr: run.stderr });
        case 'cancelled':
          throw new Error('The collection was interrupted.');
      }
    } finally {
      await checker.dispose();
    }
  }

  #createChecker(targets: readonly string[]): Checker {
    const { environment, args, isConfigured } = this.#settings;
    const invocation = {
      environment,
      root: this.#root,
      // An empty name switches configuration files off.
      configFile: isConfigured ? undefined : '',
      args,
      targets,
      cacheFolder: this.#cacheFolder,
    };
    const workerScript = join(SOURCES, 'mypy', 'worker', 'worker.py');
    return createChecker(invocation, 'process', { workerScript, log: () => undefined });
  }
}

function unchecked(problem: Parameters<typeof describeProblem>[0]): CheckedPackage {
  return { kind: 'unchecked', why: describeProblem(problem, ENGLISH).message };
}
