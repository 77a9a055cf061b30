import type { MypyError } from '../../core/error/mypy-error.js';
import { wordingOf } from './wording-of.js';

/** Errors that a daemon reports and plain mypy does not, counted by file and wording. */
export type Inventions = ReadonlyMap<string, number>;

export const NO_INVENTIONS: Inventions = new Map();

/**
 * What a daemon invents, from what both say of the same files. Before mypy 2.0 that is much, and
 * always the same: the daemon turns `local_partial_types` on by itself (mypy issue 15214).
 */
export function findInventions(
  plain: readonly MypyError[],
  daemon: readonly MypyError[],
): Inventions {
  const inventions = new Map<string, number>();
  for (const error of daemon) add(inventions, error, 1);
  for (const error of plain) if (inventions.has(wordingOf(error))) add(inventions, error, -1);
  return new Map([...inventions].filter(([, count]) => count > 0));
}

/** The errors without as many of each wording as the daemon invents. */
export function withoutInventions(
  errors: readonly MypyError[],
  inventions: Inventions,
): readonly MypyError[] {
  const left = new Map(inventions);
  return errors.filter((error) => {
    const count = left.get(wordingOf(error)) ?? 0;
    if (count > 0) left.set(wordingOf(error), count - 1);
    return count <= 0;
  });
}

function add(counts: Map<string, number>, error: MypyError, difference: number): void {
  const key = wordingOf(error);
  counts.set(key, (counts.get(key) ?? 0) + difference);
}
