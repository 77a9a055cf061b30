import { maskLineNumbers, stripSpace } from '../../src/core/compare/normalise.js';
import type { CommitPair, Corpus } from '../../test/support/corpus/corpus.js';
import {
  type PlacedError,
  type Snapshot,
  SnapshotReader,
} from '../../test/support/corpus/snapshot.js';
import type { Label } from '../../test/support/truth/label-errors.js';
import type { History } from './corpus/history.js';
import type { Rule } from './rules/rule.js';

/** How many of some errors a rule called new. */
export interface Flagged {
  new: number;
  of: number;
}

/** How many of some cases went wrong. */
export interface Share {
  n: number;
  of: number;
}

/** What a rule says over all pairs of one gap. */
export interface Tally extends Record<Label, Flagged> {
  /** Pairs without an N or E, and those of them in which something was called new. */
  readonly cleanRed: Share;
  /** Errors called new in a group of equal ones that has an N, and those of them that are no N. */
  readonly twins: Share;
  msPerComparison: number;
}

/** By gap, then by the rule's name. */
export type Measurement = ReadonlyMap<number, ReadonlyMap<string, Tally>>;

interface Labelled {
  readonly error: PlacedError;
  readonly label: Label;
}

/** Asks every rule about every pair of the corpus and holds its answers against the labels. */
export async function measure(
  corpus: Corpus,
  history: History,
  rules: readonly Rule[],
): Promise<Measurement> {
  const snapshots = new SnapshotReader(corpus);
  const gaps = new Map<number, Map<string, Tally>>();
  for (const pair of corpus.pairs) {
    const now = snapshots.read(pair.to);
    const changes = await history.readChanges(pair.from, pair.to);
    const question = { before: snapshots.read(pair.from), now, changes };
    const labelled = labelErrors(now, pair);
    const tallies = gaps.get(pair.gap) ?? new Map(rules.map(({ name }) => [name, emptyTally()]));
    gaps.set(pair.gap, tallies);
    for (const rule of rules) {
      const start = performance.now();
      const found = rule.findNew(question);
      const ms = performance.now() - start;
      const tally = tallies.get(rule.name);
      if (tally !== undefined) count(tally, labelled, found, ms);
    }
  }
  for (const [gap, tallies] of gaps) {
    const comparisons = corpus.pairs.filter((pair) => pair.gap === gap).length;
    for (const tally of tallies.values()) tally.msPerComparison /= comparisons;
  }
  return gaps;
}

/** @throws Error when a file has another number of labels than of errors. */
function labelErrors(now: Snapshot, { labels, from, to }: CommitPair): readonly Labelled[] {
  return [...now.values()].flatMap(({ path, errors }) => {
    const own = labels.get(path) ?? [];
    return errors.map((error, index) => {
      const label = own[index];
      if (label === undefined || own.length !== errors.length) {
        throw new Error(`${errors.length} errors and ${own.length} labels: ${path}, ${from}–${to}`);
      }
      return { error, label };
    });
  });
}

function emptyTally(): Tally {
  const none = () => ({ new: 0, of: 0 });
  return {
    P: none(),
    M: none(),
    E: none(),
    N: none(),
    X: none(),
    cleanRed: { n: 0, of: 0 },
    twins: { n: 0, of: 0 },
    msPerComparison: 0,
  };
}

function count(
  tally: Tally,
  labelled: readonly Labelled[],
  found: ReadonlySet<PlacedError>,
  ms: number,
): void {
  tally.msPerComparison += ms;
  for (const { error, label } of labelled) {
    tally[label].of++;
    if (found.has(error)) tally[label].new++;
  }
  if (!labelled.some(({ label }) => label === 'N' || label === 'E')) {
    tally.cleanRed.of++;
    if (found.size > 0) tally.cleanRed.n++;
  }
  countTwins(tally.twins, labelled, found);
}

/** Equal ones have the same path, code, message and line: no file could tell them apart. */
function countTwins(
  twins: Share,
  labelled: readonly Labelled[],
  found: ReadonlySet<PlacedError>,
): void {
  const groups = new Map<string, Labelled[]>();
  for (const item of labelled) {
    const { path, code, message, text } = item.error;
    const key = JSON.stringify([path, code, maskLineNumbers(message), stripSpace(text)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  for (const group of groups.values()) {
    if (group.length === 1 || !group.some(({ label }) => label === 'N')) continue;
    const flagged = group.filter(({ error }) => found.has(error));
    twins.of += flagged.length;
    twins.n += flagged.filter(({ label }) => label === 'P' || label === 'M').length;
  }
}
