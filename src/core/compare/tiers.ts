import { type Candidate, exactKeyOf, groupBy, joinKey, type Leftovers } from './leftovers.js';
import { maskQuotedNames } from './normalise.js';
import { similarity } from './similarity.js';

/** A shorter line (`pass`, `else:`, `x=1`) stands too often to be evidence by itself. */
const TELLING_LENGTH = 8;
/** The same for a line that is looked for in every file. */
const TELLING_LENGTH_ANYWHERE = 12;
/** Below this two lines are two lines, not one that was edited. */
const EDITED_SIMILARITY = 0.6;
/** Buckets with more pairs than this are not searched: ten thousand leftovers stay linear. */
const SEARCHED_PAIRS = 2_500;

/**
 * Nothing changed but the place. The neighbouring lines come first, because they tell which of
 * several equal errors is the old one.
 */
export function matchExact(left: Leftovers): void {
  left.join('exact', (error) => contextKey(error, 'before', 'after'));
  left.join('exact', (error) => contextKey(error, 'before'));
  left.join('exact', (error) => contextKey(error, 'after'));
  left.join('exact', exactKeyOf);
}

function contextKey(
  error: Candidate,
  ...sides: readonly ('before' | 'after')[]
): string | undefined {
  const { context } = error;
  if (context === undefined) return undefined;
  return joinKey(exactKeyOf(error), ...sides.map((side) => context[side]));
}

/** The function around the error was renamed, or the line went elsewhere in its file. */
export function matchMoved(left: Leftovers): void {
  left.join('moved', (error) => joinKey(error.path, error.code, error.message, error.text));
}

/** Another file, or another mypy, changed what mypy says about an untouched line. */
export function matchReworded(left: Leftovers): void {
  left.join('reworded', (error) => joinKey(error.path, error.code, error.scope, error.text));
  left.join('reworded', (error) =>
    error.text.length > TELLING_LENGTH ? joinKey(error.path, error.code, error.text) : undefined,
  );
}

/** The line was edited and says the same wrong thing. Needs a scope: a module holds too many. */
export function matchEdited(left: Leftovers): void {
  left.join('edited', (error) =>
    error.scope === '' ? undefined : joinKey(error.path, error.code, error.scope, error.message),
  );
}

/** A function was moved to another module: the same line with the same message vanished there. */
export function matchRelocated(left: Leftovers): void {
  left.join('relocated', (error) =>
    error.text.length > TELLING_LENGTH
      ? joinKey(error.code, error.scope, error.message, error.text)
      : undefined,
  );
  joinEqualCounts(left);
}

/**
 * Without the scope a line is evidence only where exactly as many came as went: otherwise one of
 * them may be new, and we could not say which.
 */
function joinEqualCounts(left: Leftovers): void {
  const keyOf = (error: Candidate) =>
    error.text.length >= TELLING_LENGTH_ANYWHERE
      ? joinKey(error.code, error.message, error.text)
      : undefined;
  const errors = groupBy(left.errors, keyOf);
  const entries = groupBy(left.entries, keyOf);
  left.join('relocated', (error) => {
    const key = keyOf(error);
    if (key === undefined) return undefined;
    return errors.get(key)?.length === entries.get(key)?.length ? key : undefined;
  });
}

/** The line and a name in its message were edited together; the most similar line is the one. */
export function matchSimilar(left: Leftovers): void {
  const keyOf = (error: Candidate) =>
    joinKey(error.path, error.code, error.scope, maskQuotedNames(error.message));
  const entries = groupBy(left.entries, keyOf);
  for (const [key, errors] of groupBy(left.errors, keyOf)) {
    const candidates = entries.get(key) ?? [];
    if (errors.length * candidates.length <= SEARCHED_PAIRS) {
      left.settle('edited', pairBySimilarity(errors, candidates));
    }
  }
}

function pairBySimilarity(
  errors: readonly Candidate[],
  entries: readonly Candidate[],
): readonly (readonly [Candidate, Candidate])[] {
  const scored = errors
    .flatMap((error) =>
      entries.map((entry) => ({ error, entry, ratio: similarity(error.text, entry.text) })),
    )
    .filter(({ ratio }) => ratio >= EDITED_SIMILARITY)
    .sort((a, b) => b.ratio - a.ratio);
  const used = new Set<Candidate>();
  const pairs: (readonly [Candidate, Candidate])[] = [];
  for (const { error, entry } of scored) {
    if (used.has(error) || used.has(entry)) continue;
    used.add(error).add(entry);
    pairs.push([error, entry]);
  }
  return pairs;
}
