import type { Comparable, Match, MatchTier } from './comparison.js';
import { maskLineNumbers, stripSpace } from './normalise.js';
import type { Hunk } from './source-changes.js';

/** What of an error or entry decides, made ready to be compared. */
export interface Traits {
  /** As given; {@link Candidate.path} may be another. */
  readonly path: string;
  readonly code: string;
  readonly scope: string;
  /** Line numbers masked. */
  readonly message: string;
  /** White space removed. */
  readonly text: string;
  readonly context: { readonly before: string; readonly after: string } | undefined;
  /** All of it but the context, in one string. */
  readonly exactKey: string;
}

/** One side of a comparison: an error or an entry. */
export interface Candidate extends Omit<Traits, 'path'> {
  /** Index in the list given to `compare`. */
  readonly index: number;
  /** Where it is looked for: for entries of a renamed file, the new path. */
  path: string;
  isRenamed: boolean;
  /**
   * Of an error: the hunk in which its line was written. Of an entry: those in which a line like its
   * own was taken away. Empty where the line was not touched. Null where nobody knows: the file's
   * change is not known, or it never had the entry's line, which was edited before.
   */
  hunks: readonly Hunk[] | null;
  /** Whether the other side of its file has no such scope: it came, went, or was renamed. */
  hasLoneScope: boolean;
}

/** What has to be equal; a candidate without a key (undefined) takes no part. */
export type KeyOf = (candidate: Candidate) => string | undefined;

/** Which candidates of each side a tier looks at; all of a side when absent. */
export interface Among {
  readonly errors?: (error: Candidate) => boolean;
  readonly entries?: (entry: Candidate) => boolean;
}

/** Makes an error or entry ready, anew or from memory. */
export type TraitsOf = (item: Comparable) => Traits;

/** Makes an error or entry ready. */
export function toTraits(item: Comparable): Traits {
  const { path, code, scope, before, after } = item;
  const message = maskLineNumbers(item.message);
  const text = stripSpace(item.text);
  const context =
    before === undefined || after === undefined
      ? undefined
      : { before: stripSpace(before), after: stripSpace(after) };
  const exactKey = joinKey(path, code, scope, message, text);
  return { path, code, scope, message, text, context, exactKey };
}

/** Makes an error or entry ready under its index in the list given to `compare`. */
export function toCandidate(item: Comparable, index: number, traitsOf: TraitsOf): Candidate {
  const { path, code, scope, message, text, context, exactKey } = traitsOf(item);
  return {
    index,
    path,
    code,
    scope,
    message,
    text,
    context,
    exactKey,
    isRenamed: false,
    hunks: null,
    hasLoneScope: false,
  };
}

/** The key of everything but the context, at the path where the candidate is looked for. */
export function exactKeyOf(candidate: Candidate): string {
  if (!candidate.isRenamed) return candidate.exactKey;
  const { path, code, scope, message, text } = candidate;
  return joinKey(path, code, scope, message, text);
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
  /** By index of the error. */
  readonly matches = new Map<number, Match>();

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

  /** Takes pairs out of both sides and records them. */
  settle(tier: MatchTier, pairs: readonly (readonly [Candidate, Candidate])[]): void {
    if (pairs.length === 0) return;
    const usedEntries = new Set<Candidate>();
    const usedErrors = new Set<Candidate>();
    for (const [error, entry] of pairs) {
      this.matches.set(error.index, { kind: 'baseline', tier, entry: entry.index });
      usedErrors.add(error);
      usedEntries.add(entry);
    }
    this.errors = this.errors.filter((error) => !usedErrors.has(error));
    this.entries = this.entries.filter((entry) => !usedEntries.has(entry));
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
