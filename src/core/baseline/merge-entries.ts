import type { Acceptance, BaselineEntry } from './baseline.js';
import { compareBytes, compareEntries } from './byte-order.js';
import { serialiseEntry } from './serialise-baseline.js';

/** Something as it is in each of the three files of a merge. */
export interface MergeSides<Value> {
  /** The common ancestor. */
  readonly base: Value;
  readonly ours: Value;
  readonly theirs: Value;
}

/** How often something stands in each of the three files. */
type Counts = Record<keyof MergeSides<unknown>, number>;

/** Entries that are the same but for their acceptance. */
interface Group {
  readonly errors: Counts;
  /** By line: each acceptance that such an entry has on some side, none included. */
  readonly lines: Map<string, { readonly entry: BaselineEntry; readonly counts: Counts }>;
}

/**
 * Merges the entries of two sides against their common ancestor, as a multiset: see `mergeCount` for
 * how many of equal entries remain, and `mergeGroup` for their acceptances. In no order.
 */
export function mergeEntries(sides: MergeSides<readonly BaselineEntry[]>): BaselineEntry[] {
  const groups = new Map<string, Group>();
  for (const side of ['base', 'ours', 'theirs'] as const) {
    for (const entry of sides[side]) {
      const { path, code, scope, message, text } = entry;
      const error = serialiseEntry({ path, code, scope, message, text });
      const group = groups.get(error) ?? { errors: noCounts(), lines: new Map() };
      groups.set(error, group);
      const line = serialiseEntry(entry);
      const known = group.lines.get(line) ?? { entry, counts: noCounts() };
      group.lines.set(line, known);
      group.errors[side]++;
      known.counts[side]++;
    }
  }
  return [...groups.values()].flatMap(mergeGroup);
}

/**
 * How many of equal entries a merge has: what each side added or took away, applied to the ancestor.
 * Two sides that accept equal errors at two places of a function then have an entry for each, and
 * two that fix one of several equal ones each have fixed two. Where it was one change that came by
 * two ways (a cherry-pick), an entry too many is stale and falls out at the next shrink; one too few
 * is a new error that everybody sees.
 */
function mergeCount({ base, ours, theirs }: Counts): number {
  return Math.max(0, ours + theirs - base);
}

/**
 * How many of these have the same acceptance: of words alone, the same on both sides, we say that
 * they were written once. What `mergeCount` asks for beyond it, `mergeGroup` fills up.
 */
function mergeLineCount({ base, ours, theirs }: Counts): number {
  if (ours >= base && theirs >= base) return Math.max(ours, theirs);
  if (ours <= base && theirs <= base) return Math.min(ours, theirs);
  return Math.max(0, ours + theirs - base);
}

/**
 * An acceptance that one side changed is taken from that side. Where both gave one error different
 * words, it gets the words of both: to stop a merge over them is not worth a person's time, and to
 * choose would drop a reason that somebody has reviewed. A reason goes only with its entry, or where
 * a side took it away and the other left it alone.
 */
function mergeGroup({ errors, lines }: Group): readonly BaselineEntry[] {
  const count = mergeCount(errors);
  if (count === 0) return [];
  const ordered = [...lines.values()].sort((a, b) => acceptedFirst(a.entry, b.entry));
  const merged = ordered.flatMap(({ entry, counts }) => repeat(entry, mergeLineCount(counts)));
  if (merged.length > count) {
    return [...merged.slice(0, count - 1), joinAcceptances(merged.slice(count - 1))];
  }
  const spare = ordered.flatMap(({ entry, counts }) =>
    repeat(entry, mostCount(counts) - mergeLineCount(counts)),
  );
  return [...merged, ...spare.slice(0, count - merged.length)];
}

/** As many as can be asked for with one acceptance; over a group never fewer than `mergeCount`. */
function mostCount(counts: Counts): number {
  return Math.max(counts.ours, counts.theirs, mergeCount(counts));
}

/**
 * One entry for several that differ in their acceptance: all their reasons, and the earliest of
 * their last days, because nobody accepted the error for longer on both sides.
 */
function joinAcceptances(entries: readonly BaselineEntry[]): BaselineEntry {
  const [first, ...others] = entries;
  if (first === undefined) throw new RangeError('no entries to join');
  if (others.length === 0) return first;
  const reasons = distinct(entries.map(({ acceptance }) => acceptance?.reason));
  const [expires] = distinct(entries.map(({ acceptance }) => acceptance?.expires));
  const acceptance: Acceptance = {
    ...(reasons.length === 0 ? {} : { reason: reasons.join('; ') }),
    ...(expires === undefined ? {} : { expires }),
  };
  return { ...first, acceptance };
}

/** The words among texts, each once, in byte order: the same whichever side is ours. */
function distinct(texts: readonly (string | undefined)[]): readonly string[] {
  const words = texts.flatMap((text) => (text === undefined || text === '' ? [] : [text]));
  return [...new Set(words)].sort(compareBytes);
}

function acceptedFirst(left: BaselineEntry, right: BaselineEntry): number {
  const isPlain = ({ acceptance }: BaselineEntry) =>
    Number(acceptance?.reason === undefined && acceptance?.expires === undefined);
  return isPlain(left) - isPlain(right) || compareEntries(left, right);
}

function repeat(entry: BaselineEntry, count: number): readonly BaselineEntry[] {
  return Array.from({ length: count }, () => entry);
}

function noCounts(): Counts {
  return { base: 0, ours: 0, theirs: 0 };
}
