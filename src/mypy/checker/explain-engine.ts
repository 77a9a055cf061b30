import { isAtLeast } from '../../core/output/version.js';
import type { Engine } from './create-checker.js';

/** The first mypy that caches files with errors, so that plain mypy is the fastest. */
export const CACHES_ERRORS = [1, 19, 1] as const;

/** Why mypy is run as it is, in words. The log tells when a daemon turned out to be slower. */
export function explainEngine(setting: Engine, mypyVersion: string | undefined): string {
  const since = CACHES_ERRORS.join('.');
  if (setting !== 'auto') return `the setting mypyRatchet.engine says ${setting}`;
  if (mypyVersion === undefined) return 'decided when a mypy is found';
  return isAtLeast(mypyVersion, ...CACHES_ERRORS)
    ? `mypy caches files with errors since ${since}, so plain mypy in a prewarmed Python is fastest`
    : `mypy before ${since} checks every file with errors anew, so its daemon is asked first where it is faster`;
}
