import {
  type Among,
  type Candidate,
  exactKeyOf,
  groupBy,
  joinKey,
  type KeyOf,
  type Leftovers,
} from './leftovers.js';
import { maskQuotedNames } from './normalise.js';
import { EDITED_SIMILARITY, pairBySimilarity } from './similarity.js';

/** A shorter line (`pass`, `else:`, `x=1`) stands too often to be evidence by itself. */
const TELLING_LENGTH = 8;
/** The same for a line that is looked for in every file. */
const TELLING_LENGTH_ANYWHERE = 12;

/**
 * Nothing changed but the place. The neighbouring lines come first, because they tell which of
 * several equal errors is the old one.
 */
export function matchExact(left: Leftovers, among?: Among): void {
  left.join('exact', (error) => contextKey(error, 'before', 'after'), among);
  left.join('exact', (error) => contextKey(error, 'before'), among);
  left.join('exact', (error) => contextKey(error, 'after'), among);
  left.join('exact', exactKeyOf, among);
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
export function matchMoved(left: Leftovers, among?: Among): void {
  left.join('moved', ({ path, code, message, text }) => joinKey(path, code, message, text), among);
}

/** Another file, or another mypy, changed what mypy says about an untouched line. */
export function matchReworded(left: Leftovers, among?: Among): void {
  const textKey: KeyOf = ({ path, code, text }) =>
    text.length > TELLING_LENGTH ? joinKey(path, code, text) : undefined;
  left.join('reworded', ({ path, code, scope, text }) => joinKey(path, code, scope, text), among);
  left.join('reworded', textKey, among);
}

/**
 * The line was edited and says the same wrong thing. Needs a scope: a module holds too many. Where
 * the entry's line is known to have been taken away or kept, git's hunks say more.
 */
export function matchEdited(left: Leftovers): void {
  const keyOf: KeyOf = ({ path, code, scope, message }) =>
    scope === '' ? undefined : joinKey(path, code, scope, message);
  left.join('edited', keyOf, { entries: ({ hunks }) => hunks === null });
}

/**
 * A function was moved to another module: the same line with the same message vanished there. A line
 * that is known to have stayed where it was did not come from elsewhere, nor went there.
 */
export function matchRelocated(left: Leftovers): void {
  const mayHaveMoved = ({ hunks }: Candidate) => hunks === null || hunks.length > 0;
  const among = { errors: mayHaveMoved, entries: mayHaveMoved };
  const keyOf: KeyOf = ({ code, scope, message, text }) =>
    text.length > TELLING_LENGTH ? joinKey(code, scope, message, text) : undefined;
  left.join('relocated', keyOf, among);
  joinEqualCounts(left, among);
}

/**
 * Without the scope a line is evidence only where exactly as many came as went: otherwise one of
 * them may be new, and we could not say which.
 */
function joinEqualCounts(left: Leftovers, among: Required<Among>): void {
  const keyOf: KeyOf = ({ code, message, text }) =>
    text.length >= TELLING_LENGTH_ANYWHERE ? joinKey(code, message, text) : undefined;
  const errors = groupBy(left.errors.filter(among.errors), keyOf);
  const entries = groupBy(left.entries.filter(among.entries), keyOf);
  const balancedKey: KeyOf = (candidate) => {
    const key = keyOf(candidate);
    if (key === undefined) return undefined;
    return errors.get(key)?.length === entries.get(key)?.length ? key : undefined;
  };
  left.join('relocated', balancedKey, among);
}

/** The line and a name in its message were edited together; the most similar line is the one. */
export function matchSimilar(left: Leftovers): void {
  const keyOf: KeyOf = ({ path, code, scope, message }) =>
    joinKey(path, code, scope, maskQuotedNames(message));
  const entries = groupBy(
    left.entries.filter(({ hunks }) => hunks === null),
    keyOf,
  );
  const pairs = [...groupBy(left.errors, keyOf)].flatMap(([key, errors]) =>
    pairBySimilarity(errors, entries.get(key) ?? [], EDITED_SIMILARITY),
  );
  left.settle('edited', pairs);
}
