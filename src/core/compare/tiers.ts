import { type Candidate, isUnplaced } from './candidate.js';
import type { MatchTier } from './comparison.js';
import { isDefinition } from './definition.js';
import {
  type Among,
  balancedKey,
  groupBy,
  joinKey,
  type KeyOf,
  type Leftovers,
} from './leftovers.js';
import { maskQuotedNames } from './normalise.js';
import {
  EDITED_SIMILARITY,
  type Likeness,
  likenessOfBeginning,
  pairBySimilarity,
  similarity,
} from './similarity.js';

/** A shorter line (`pass`, `else:`, `x=1`) stands too often to be evidence by itself. */
const TELLING_LENGTH = 8;
/** The same for a line that is looked for in every file. */
const TELLING_LENGTH_ANYWHERE = 12;
/** Enough where mypy says the very same within one function. */
const SAME_MESSAGE_SIMILARITY = 0.5;

/** Nothing changed but the place. */
export function matchExact(left: Leftovers, among?: Among): void {
  const keyOf = ({ path, code, scope, message }: Candidate) => joinKey(path, code, scope, message);
  joinLines(left, 'exact', keyOf, among);
}

/** By line: where several differ only by what a formatter decides, each keeps its own entry. */
function joinLines(
  left: Leftovers,
  tier: MatchTier,
  keyOf: (candidate: Candidate) => string,
  among: Among | undefined,
): void {
  left.join(tier, (candidate) => joinKey(keyOf(candidate), candidate.line), among);
  left.join(tier, (candidate) => joinKey(keyOf(candidate), candidate.text), among);
}

/**
 * The function or class around the error was renamed, or the line went elsewhere in its file. Where
 * several lines could be the one, a method keeps its name when its class is renamed, and a function
 * its class when it is renamed itself.
 */
export function matchMoved(left: Leftovers, among?: Among): void {
  const keyOf = ({ path, code, message, text }: Candidate) => joinKey(path, code, message, text);
  const inScope = (partOf: (scope: string, dot: number) => string): KeyOf => {
    return (candidate) => {
      const { scope } = candidate;
      const part = partOf(scope, scope.lastIndexOf('.'));
      return part === '' ? undefined : joinKey(keyOf(candidate), part);
    };
  };
  left.join(
    'moved',
    inScope((scope, dot) => scope.slice(dot + 1)),
    among,
  );
  left.join(
    'moved',
    inScope((scope, dot) => scope.slice(0, Math.max(dot, 0))),
    among,
  );
  left.join('moved', keyOf, among);
}

/** Another file, or another mypy, changed what mypy says about a line. */
export function matchReworded(left: Leftovers, among?: Among): void {
  joinLines(left, 'reworded', ({ path, code, scope }) => joinKey(path, code, scope), among);
}

/** The same also where the scope around the line was renamed; enough if the line stayed. */
export function matchLine(left: Leftovers, among?: Among): void {
  const keyOf: KeyOf = ({ path, code, text }) =>
    text.length > TELLING_LENGTH ? joinKey(path, code, text) : undefined;
  left.join('reworded', keyOf, among);
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
  const scopelessKey: KeyOf = ({ code, message, text }) =>
    text.length >= TELLING_LENGTH_ANYWHERE ? joinKey(code, message, text) : undefined;
  left.join('relocated', balancedKey(left, scopelessKey, among), among);
}

/**
 * The line was edited and says the same wrong thing, or the same of another name: the most similar
 * line is the one. Where the entry's line is known to have been taken away or kept, git's hunks say
 * more.
 */
export function matchEdited(left: Leftovers): void {
  joinDefinitions(left);
  pairSimilar(left, SAME_MESSAGE_SIMILARITY, ({ message }) => message, likenessOfBeginning);
  pairSimilar(left, EDITED_SIMILARITY, ({ message }) => maskQuotedNames(message), similarity);
}

/** The parameters of a function changed: it has one such line, however little of it stayed. */
function joinDefinitions(left: Leftovers): void {
  if (!left.entries.some(isDefinition)) return;
  const keyOf: KeyOf = (candidate) => {
    if (!isDefinition(candidate)) return undefined;
    const { path, code, scope, message } = candidate;
    return joinKey(path, code, scope, message);
  };
  left.join('edited', keyOf, { entries: isUnplaced });
}

function pairSimilar(
  left: Leftovers,
  floor: number,
  wordingOf: (candidate: Candidate) => string,
  likeness: Likeness,
): void {
  const placeOf: KeyOf = ({ path, code, scope }) => joinKey(path, code, scope);
  const entries = groupBy(left.entries.filter(isUnplaced), wordingOf);
  const pairs: (readonly [Candidate, Candidate])[] = [];
  for (const [wording, errors] of groupBy(left.errors, wordingOf)) {
    const known = entries.get(wording) ?? [];
    const [error, entry] = [errors[0], known[0]];
    if (error === undefined || entry === undefined) continue;
    // Mostly there is one of each, and no group to be made.
    if (errors.length === 1 && known.length === 1) {
      const isSamePlace =
        error.scope === entry.scope && error.code === entry.code && error.path === entry.path;
      if (isSamePlace) pairs.push(...pairBySimilarity(errors, known, floor, likeness));
      continue;
    }
    const places = groupBy(known, placeOf);
    for (const [place, group] of groupBy(errors, placeOf)) {
      pairs.push(...pairBySimilarity(group, places.get(place) ?? [], floor, likeness));
    }
  }
  left.settle('edited', pairs);
}
