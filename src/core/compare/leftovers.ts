import type { Candidate } from './candidate.js';
import type { MatchTier } from './comparison.js';

/** An error and its entry, by their indexes. */
export interface MatchedPair {
  readonly error: number;
  readonly tier: MatchTier;
  readonly entry: number;
}

/** What has to be equal; a candidate without a key (undefined) takes no part. */
export type KeyOf = (candidate: Candidate) => string | undefined;

/** Which candidates of each side a tier looks at; all of a side when absent. */
export interface Among {
  readonly errors?: (error: Candidate) => boolean;
  readonly entries?: (entry: Candidate) => boolean;
}

/** Joins the parts of a key; NUL stands in none of them. */
export function joinKey(...parts: readonly string[]): string {
  return parts.join('\0');
}

/**
 * What no tier has matched yet, each side in source order, and what has been decided. Tiers take
 * pairs out of it; nothing is ever put back, so no entry is used twice.
 */
export class Leftovers {
  errors: readonly Candidate[];
  entries: readonly Candidate[];
  readonly pairs: MatchedPair[] = [];

  constructor(errors: readonly Candidate[], entries: readonly Candidate[]) {
    this.errors = errors;
    this.entries = entries;
  }

  /**
   * Matches errors with entries of equal key, first with first.
   *
   * @param among Whom to look at; all when absent.
   */
  join(tier: MatchTier, keyOf: KeyOf, among: Among = {}): void {
    if (this.errors.length === 0 || this.entries.length === 0) return;
    const queues = groupBy(this.entries, restrict(keyOf, among.entries));
    if (queues.size === 0) return;
    const keyOfError = restrict(keyOf, among.errors);
    const pairs: (readonly [Candidate, Candidate])[] = [];
    const taken = new Map<string, number>();
    for (const error of this.errors) {
      const key = keyOfError(error);
      if (key === undefined) continue;
      const used = taken.get(key) ?? 0;
      const entry = queues.get(key)?.[used];
      if (entry === undefined) continue;
      taken.set(key, used + 1);
      pairs.push([error, entry]);
    }
    this.settle(tier, pairs);
  }

  /** Takes over what was decided of a part of it. */
  adopt(part: Leftovers, tierOf: (tier: MatchTier) => MatchTier): void {
    for (const pair of part.pairs) this.pairs.push({ ...pair, tier: tierOf(pair.tier) });
    this.#dropMatched();
  }

  /** Takes pairs out of both sides and records them. */
  settle(tier: MatchTier, pairs: readonly (readonly [Candidate, Candidate])[]): void {
    if (pairs.length === 0) return;
    for (const [error, entry] of pairs) {
      this.pairs.push({ error: error.index, tier, entry: entry.index });
      error.isMatched = true;
      entry.isMatched = true;
    }
    this.#dropMatched();
  }

  #dropMatched(): void {
    this.errors = this.errors.filter(({ isMatched }) => !isMatched);
    this.entries = this.entries.filter(({ isMatched }) => !isMatched);
  }
}

function restrict(keyOf: KeyOf, mayMatch: ((candidate: Candidate) => boolean) | undefined): KeyOf {
  if (mayMatch === undefined) return keyOf;
  return (candidate) => (mayMatch(candidate) ? keyOf(candidate) : undefined);
}

/** Groups candidates by key, each group in the order given. */
export function groupBy(candidates: readonly Candidate[], keyOf: KeyOf): Map<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = keyOf(candidate);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [candidate]);
    else group.push(candidate);
  }
  return groups;
}

/**
 * A key that is evidence only where exactly as many came as went: otherwise one of them may be new,
 * and we could not say which.
 */
export function balancedKey(left: Leftovers, keyOf: KeyOf, among: Required<Among>): KeyOf {
  const errors = groupBy(left.errors.filter(among.errors), keyOf);
  const entries = groupBy(left.entries.filter(among.entries), keyOf);
  return (candidate) => {
    const key = keyOf(candidate);
    if (key === undefined) return undefined;
    return errors.get(key)?.length === entries.get(key)?.length ? key : undefined;
  };
}
