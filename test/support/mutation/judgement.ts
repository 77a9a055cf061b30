import type { Comparable, Comparison, MatchTier } from '../../../src/core/compare/comparison.js';
import { isSameEntry } from '../../../src/core/compare/same-entry.js';
import type { KnownError } from './tree-locator.js';

/** What an error is, and what the comparison took it for. */
export interface Verdict {
  readonly error: Comparable;
  /** The entry that is truly its own; undefined when it is new. */
  readonly twin: Comparable | undefined;
  /** The entry that it was given, and by which tier. */
  readonly given: Comparable | undefined;
  readonly tier: MatchTier | 'new';
}

/** A comparison held against the truth. */
export interface Judgement {
  /** Old errors called new. */
  readonly falseAlarms: readonly Verdict[];
  /** New errors called baseline. */
  readonly hidden: readonly Verdict[];
  /** Old errors called new in the place of a new one of which a baseline would say the same. */
  readonly exchanged: readonly Verdict[];
  /** Old errors that were given another's entry, one that says something else. */
  readonly wrongTwins: readonly Verdict[];
  /** Old errors of which an entry would say something else now, and what they were taken for. */
  readonly changed: readonly Verdict[];
  /** The other old errors that were not given their own entry as exactly the same. */
  readonly same: readonly Verdict[];
  /** Errors that are new. */
  readonly added: readonly Verdict[];
}

/**
 * Judges a comparison.
 *
 * @param entries By origin.
 */
export function judge(
  errors: readonly KnownError[],
  entries: readonly Comparable[],
  { statuses }: Comparison,
): Judgement {
  // Nearly all of them have their own entry, which needs no closer look.
  const verdicts = errors.flatMap(({ located, origin }, index): readonly Verdict[] => {
    const status = statuses[index];
    const twin = origin === null ? undefined : entries[origin];
    if (status?.kind !== 'baseline') {
      return [{ error: located, twin, given: undefined, tier: 'new' }];
    }
    if (status.tier === 'exact' && status.entry === origin) return [];
    return [{ error: located, twin, given: entries[status.entry], tier: status.tier }];
  });
  const old = verdicts.filter(({ twin }) => twin !== undefined);
  const added = verdicts.filter(({ twin }) => twin === undefined);
  const alarms = old.filter(({ tier }) => tier === 'new');
  const hidden = added.filter(({ tier }) => tier !== 'new');
  const exchanged = alarms.filter((alarm) => isEqualToOneOf(alarm, hidden));
  return {
    falseAlarms: alarms.filter((alarm) => !exchanged.includes(alarm)),
    hidden: hidden.filter((one) => !isEqualToOneOf(one, exchanged)),
    exchanged,
    wrongTwins: old.filter(({ tier, twin, given }) => tier !== 'new' && !isSameEntry(twin, given)),
    changed: old.filter(({ error, twin }) => !isSameEntry(error, twin)),
    same: old.filter(({ error, twin }) => isSameEntry(error, twin)),
    added,
  };
}

function isEqualToOneOf({ error }: Verdict, others: readonly Verdict[]): boolean {
  return others.some((other) => isSameEntry(other.error, error));
}
