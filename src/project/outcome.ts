import { formatCount, formatNumber } from '../core/number/format-number.js';
import { describeProblem } from '../core/problem/describe-problem.js';
import type { Problem } from '../core/problem/problem.js';

/** What a person's command on the baseline came to. */
export type Outcome =
  /** The file was written. `total` is the number of its entries now. */
  | {
      readonly kind: 'written';
      readonly added: number;
      readonly removed: number;
      readonly total: number;
    }
  | { readonly kind: 'unchanged' }
  /** A baseline is there already, so none is created. */
  | { readonly kind: 'exists' }
  /** There is no baseline to change. */
  | { readonly kind: 'absent' }
  /** None of the errors is new any more. */
  | { readonly kind: 'not-new' }
  /** Something keeps us from knowing, or from writing. */
  | { readonly kind: 'refused'; readonly problem: Problem };

/** One sentence for the person. `name` is the baseline's file name. */
export function describeOutcome(outcome: Outcome, name: string): string {
  switch (outcome.kind) {
    case 'written':
      return `${name}: ${describeChange(outcome.added, outcome.removed)}, ${formatCount(outcome.total, 'error')} in all.`;
    case 'unchanged':
      return `${name} says what mypy says. Nothing to change.`;
    case 'exists':
      return `${name} is there already. Update it instead.`;
    case 'absent':
      return `There is no ${name} yet. Create it first.`;
    case 'not-new':
      return 'These errors are not new any more.';
    case 'refused':
      return describeProblem(outcome.problem).message;
  }
}

function describeChange(added: number, removed: number): string {
  if (removed === 0) return `${formatCount(added, 'error')} added`;
  if (added === 0) return `${formatCount(removed, 'error')} removed`;
  return `${formatCount(added, 'error')} added and ${formatNumber(removed)} removed`;
}
