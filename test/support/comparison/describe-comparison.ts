import type { Comparable, Comparison } from '../../../src/core/compare/comparison.js';
import { maskLineNumbers, stripSpace } from '../../../src/core/compare/normalise.js';
import type { LocatedError } from '../../../src/core/error/mypy-error.js';

/**
 * What a comparison says, in words that do not depend on where errors and entries stand in their
 * lists. Entries that count as equal are described alike.
 */
export function describeComparison(
  errors: readonly LocatedError[],
  entries: readonly Comparable[],
  { statuses, fixed }: Comparison,
): readonly string[] {
  const said = errors.map((error, index) => {
    const status = statuses[index];
    const what = status?.kind === 'baseline' ? [status.tier, entries[status.entry]] : ['new'];
    return JSON.stringify([describe(error), error.start, ...what.map(describeAny)]);
  });
  return [...said, ...fixed.map((index) => `fixed ${describeAny(entries[index])}`)].sort();
}

function describeAny(item: Comparable | string | undefined): string {
  return typeof item === 'object' ? describe(item) : `${item}`;
}

function describe({ path, code, scope, message, text }: Comparable): string {
  return JSON.stringify([path, code, scope, maskLineNumbers(message), stripSpace(text)]);
}
