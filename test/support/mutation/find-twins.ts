import type { MypyError } from '../../../src/core/error/mypy-error.js';

/**
 * Finds the twins of errors among those of another run: of those with an equal key the first is the
 * first's, the second the second's.
 *
 * @returns For each error the index of its twin; null when there is none.
 */
export function findTwins(
  errors: readonly MypyError[],
  others: readonly MypyError[],
  keyOf: (error: MypyError) => string,
): readonly (number | null)[] {
  const waiting = new Map<string, number[]>();
  for (const index of inSourceOrder(others)) {
    const key = keyAt(others, index, keyOf);
    waiting.set(key, [...(waiting.get(key) ?? []), index]);
  }
  const twins = new Map<number, number | undefined>();
  for (const index of inSourceOrder(errors)) {
    twins.set(index, waiting.get(keyAt(errors, index, keyOf))?.shift());
  }
  return errors.map((_, index) => twins.get(index) ?? null);
}

function keyAt(
  errors: readonly MypyError[],
  index: number,
  keyOf: (error: MypyError) => string,
): string {
  const error = errors[index];
  return error === undefined ? '' : keyOf(error);
}

function inSourceOrder(errors: readonly MypyError[]): readonly number[] {
  return [...errors.entries()]
    .sort(([, a], [, b]) => a.start.line - b.start.line || a.start.column - b.start.column)
    .map(([index]) => index);
}
