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
  /** Conflict markers or doubled headers were taken out, and no entry. */
  | {
      readonly kind: 'repaired';
      readonly cause: 'conflict' | 'doubled-headers';
      readonly total: number;
    }
  /** There is nothing to repair. */
  | { readonly kind: 'sound' }
  | { readonly kind: 'unchanged' }
  /** A baseline is there already, so none is created. */
  | { readonly kind: 'exists' }
  /** There is no baseline to change. */
  | { readonly kind: 'absent' }
  /** None of the errors is new any more. */
  | { readonly kind: 'not-new' }
  /** Something keeps us from knowing, or from writing. */
  | { readonly kind: 'refused'; readonly problem: Problem };

const DONE: ReadonlySet<Outcome['kind']> = new Set(['written', 'repaired', 'sound', 'unchanged']);

/** Whether the file is now as the command would have it. */
export function isDone({ kind }: Outcome): boolean {
  return DONE.has(kind);
}

const REPAIRS = {
  conflict: "git's conflict markers taken out, the entries of both sides kept",
  'doubled-headers': 'one header kept of several, and every entry',
} as const;

/** One sentence for the person. `name` is the baseline's file name. */
export function describeOutcome(outcome: Outcome, name: string): string {
  switch (outcome.kind) {
    case 'written':
      return `${name}: ${describeChange(outcome.added, outcome.removed)}, ${formatCount(outcome.total, 'error')} in all.`;
    case 'repaired':
      return `${name}: ${REPAIRS[outcome.cause]}, ${formatCount(outcome.total, 'error')} in all.`;
    case 'sound':
      return `${name} holds no conflict markers and one header. Nothing to repair.`;
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
