import type { MatchTier } from './comparison.js';

/** What a comparison said of one error. */
export interface ErrorOutcome {
  readonly path: string;
  /** Null for a new one. */
  readonly match: { readonly tier: MatchTier; readonly path: string } | null;
}

const CERTAIN: ReadonlySet<MatchTier> = new Set(['exact', 'moved', 'reworded']);

/**
 * The files of which it matters what was edited in them: those with an error that is new or was
 * recognised by less than its own line, and those whose entries it may be. Empty where every error
 * is certain, and so mostly nobody has to be asked.
 *
 * @param fixed Entries that no error matches.
 */
export function listUndecidedPaths(
  errors: Iterable<ErrorOutcome>,
  fixed: Iterable<{ readonly path: string }>,
): ReadonlySet<string> {
  const undecided = new Set<string>();
  for (const { path, match } of errors) {
    if (match !== null && CERTAIN.has(match.tier)) continue;
    undecided.add(path);
    if (match !== null) undecided.add(match.path);
  }
  if (undecided.size > 0) for (const { path } of fixed) undecided.add(path);
  return undecided;
}
