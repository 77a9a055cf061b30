import { errorCount } from '../core/language/error-count.js';
import type { Language } from '../core/language/language.js';
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

/** One sentence for the person. `name` is the baseline's file name. */
export function describeOutcome(outcome: Outcome, name: string, language: Language): string {
  switch (outcome.kind) {
    case 'written':
      return describeWritten(outcome, name, language);
    case 'repaired':
      return describeRepaired(outcome, name, language);
    case 'sound':
      return language.say('{0} holds no conflict markers and one header. Nothing to repair.', name);
    case 'unchanged':
      return language.say('{0} says what mypy says. Nothing to change.', name);
    case 'exists':
      return language.say('{0} is there already. Update it instead.', name);
    case 'absent':
      return language.say('There is no {0} yet. Create it first.', name);
    case 'not-new':
      return language.say('These errors are not new any more.');
    case 'refused':
      return describeProblem(outcome.problem, language).message;
  }
}

function describeWritten(
  { added, removed, total }: Extract<Outcome, { kind: 'written' }>,
  name: string,
  language: Language,
): string {
  const all = errorCount(total, language);
  if (removed === 0) {
    return language.say('{0}: {1} added, {2} in all.', name, errorCount(added, language), all);
  }
  if (added === 0) {
    return language.say('{0}: {1} removed, {2} in all.', name, errorCount(removed, language), all);
  }
  return language.say(
    '{0}: {1} added and {2} removed, {3} in all.',
    name,
    errorCount(added, language),
    language.number(removed),
    all,
  );
}

function describeRepaired(
  { cause, total }: Extract<Outcome, { kind: 'repaired' }>,
  name: string,
  language: Language,
): string {
  const all = errorCount(total, language);
  switch (cause) {
    case 'conflict':
      return language.say(
        "{0}: git's conflict markers taken out, the entries of both sides kept, {1} in all.",
        name,
        all,
      );
    case 'doubled-headers':
      return language.say(
        '{0}: one header kept of several, and every entry, {1} in all.',
        name,
        all,
      );
  }
}
