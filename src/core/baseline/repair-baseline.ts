import { phrase } from '../language/language.js';
import type { BaselineEnvironment, BaselineRead, ReadBaseline } from './baseline.js';
import { chooseHeader } from './choose-header.js';
import { type EntryLine, joinLines, linesOf } from './edit-baseline.js';
import { isConflictMarker, parseBaseline, splitLines } from './parse-baseline.js';
import { serialiseEntry } from './serialise-baseline.js';

/** A line of the file, without its line feed. `number` is 1-based. */
interface NumberedLine {
  readonly number: number;
  readonly line: string;
}

/** The file as each side of its conflicts had it. */
type Sides =
  | {
      readonly kind: 'sides';
      readonly ours: readonly NumberedLine[];
      readonly theirs: readonly NumberedLine[];
    }
  | Extract<BaselineRead, { kind: 'malformed' }>;

/**
 * Takes git's conflict markers and doubled headers out of a baseline file. Both sides of a conflict
 * are kept, an entry as often as the side that has it more often; what is too much is stale and
 * falls out at the next shrink. Lines stay byte for byte, in their order. Returns the reason where
 * the rest cannot be understood either.
 *
 * @param here Decides between headers of one mypy; null where it is not known.
 */
export function repairBaseline(
  content: string,
  here: BaselineEnvironment | null = null,
): BaselineRead {
  const sides = splitSides(content);
  if (sides.kind === 'malformed') return sides;
  const { ours, theirs } = sides;
  const [left, right] = [parseLines(ours), parseLines(theirs)];
  if (left.kind !== 'read') return left;
  if (right.kind !== 'read') return right;
  const both = parseLines([...ours, ...theirs]);
  if (both.kind !== 'read') return both;
  const { header } = chooseHeader(both, here);
  return parseBaseline(joinLines(header, unite(left, right)));
}

/** What the lines of a side say; a damaged one is named by its number in the whole file. */
function parseLines(lines: readonly NumberedLine[]): BaselineRead {
  const read = parseBaseline(lines.map(({ line }) => line).join('\n'));
  if (read.kind !== 'malformed') return read;
  return { ...read, line: lines[read.line - 1]?.number ?? read.line };
}

type Side = 'both' | 'ours' | 'ancestor' | 'theirs';

/**
 * Tells the sides apart and drops the ancestor's part (diff3 style). Markers out of order, as after
 * half a repair by hand, are not guessed at: an entry could be lost.
 */
function splitSides(content: string): Sides {
  const ours: NumberedLine[] = [];
  const theirs: NumberedLine[] = [];
  let side: Side = 'both';
  let marker = 0;
  for (const [index, line] of splitLines(content).entries()) {
    const number = index + 1;
    if (isConflictMarker(line)) {
      const next = sideAfter(line, side);
      if (next === undefined) return disordered(number);
      side = next;
      marker = number;
      continue;
    }
    if (side === 'both' || side === 'ours') ours.push({ number, line });
    if (side === 'both' || side === 'theirs') theirs.push({ number, line });
  }
  return side === 'both' ? { kind: 'sides', ours, theirs } : disordered(marker);
}

function disordered(line: number): Sides {
  return {
    kind: 'malformed',
    line,
    detail: phrase("git's conflict markers are not in their order"),
  };
}

/** Whose lines follow a marker; undefined where it cannot stand. */
function sideAfter(marker: string, side: Side): Side | undefined {
  if (marker.startsWith('<')) return side === 'both' ? 'ours' : undefined;
  if (marker.startsWith('|')) return side === 'ours' ? 'ancestor' : undefined;
  if (marker.startsWith('>')) return side === 'theirs' ? 'both' : undefined;
  return side === 'ours' || side === 'ancestor' ? 'theirs' : undefined;
}

/** Multiset union: each entry as often as the side that has it more often. */
function unite(left: ReadBaseline, right: ReadBaseline): readonly EntryLine[] {
  const spare = new Map<string, number>();
  for (const entry of left.baseline.entries) {
    const key = serialiseEntry(entry);
    spare.set(key, (spare.get(key) ?? 0) + 1);
  }
  const missing = linesOf(right).filter(({ entry }) => {
    const key = serialiseEntry(entry);
    const count = spare.get(key) ?? 0;
    spare.set(key, count - 1);
    return count <= 0;
  });
  return [...linesOf(left), ...missing];
}
