import { isAtLeast } from '../../../src/core/output/version.js';
import type { MypyVersion } from './interpreters.js';

/** Whether a version of the tests is so new. */
export function isSince(version: MypyVersion, major: number, minor: number, patch = 0): boolean {
  return version === 'newest' || isAtLeast(version, major, minor, patch);
}
