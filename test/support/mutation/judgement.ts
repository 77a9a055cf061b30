import type { Comparable, Comparison, MatchTier } from '../../../src/core/compare/comparison.js';
import type { KnownError } from './tree-locator.js';

/** An error that the comparison took for something else than it is. */
export interface Mistake {
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
  readonly falseAlarms: readonly Mistake[];
  /** New errors called baseline. */
  readonly hidden: readonly Mistake[];
  /** Old errors that were given another's entry, one that says something else. */
  readonly wrongTwins: readonly Mistake[];
  /** Old errors by the tier that recognised them. */
  readonly tiers: ReadonlyMap<MatchTier, number>;
  /** Old errors of which an entry would say something else now. */
  readonly changed: number;
  readonly added: number;
  /** Errors called new, and how many are. */
  readonly flagged: number;
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
  const verdicts = errors.map(({ located, origin }, index): Mistake => {
    const status = statuses[index];
    const twin = origin === null ? undefined : entries[origin];
    return status?.kind === 'baseline'
      ? { error: located, twin, given: entries[status.entry], tier: status.tier }
      : { error: located, twin, given: undefined, tier: 'new' };
  });
  const old = verdicts.filter(({ twin }) => twin !== undefined);
  const added = verdicts.filter(({ twin }) => twin === undefined);
  const known = old.filter(({ given }) => given !== undefined);
  const tiers = new Map<MatchTier, number>();
  for (const { tier } of known) if (tier !== 'new') tiers.set(tier, (tiers.get(tier) ?? 0) + 1);
  return {
    falseAlarms: old.filter(({ given }) => given === undefined),
    hidden: added.filter(({ given }) => given !== undefined),
    wrongTwins: known.filter(({ twin, given }) => keyOf(twin) !== keyOf(given)),
    tiers,
    changed: old.filter(({ error, twin }) => keyOf(error) !== keyOf(twin)).length,
    added: added.length,
    flagged: verdicts.filter(({ tier }) => tier === 'new').length,
  };
}

/** What the baseline file would say of it. */
function keyOf(item: Comparable | undefined): string {
  return JSON.stringify([item?.path, item?.code, item?.scope, item?.message, item?.text]);
}
