import type { EnvironmentDifference } from '../problem/problem.js';
import type { BaselineEntry, BaselineEnvironment, BaselineRead, ReadBaseline } from './baseline.js';
import { editBaseline } from './edit-baseline.js';
import { compareEnvironments } from './environment.js';
import { type MergeSides, mergeEntries } from './merge-entries.js';
import { parseBaseline } from './parse-baseline.js';
import { serialiseEntry, serialiseHeader } from './serialise-baseline.js';

/** What a three-way merge of baseline files comes to. */
export type BaselineMerge =
  | { readonly kind: 'merged'; readonly content: string }
  /**
   * Each side was written in another environment. The content holds both headers, ours first, above
   * the merged entries, as git's `merge=union` would leave them; `repairBaseline` understands it.
   */
  | {
      readonly kind: 'conflict';
      /** `baseline` is ours, `here` theirs. */
      readonly differences: readonly EnvironmentDifference[];
      readonly content: string;
    }
  /** One of the files is not a baseline that this version can read; none may be written. */
  | {
      readonly kind: 'unusable';
      readonly which: keyof MergeSides<string>;
      readonly read: Exclude<BaselineRead, ReadBaseline>;
    };

/**
 * Merges two baseline files against their common ancestor, by what they say and not by their lines'
 * places. Nothing but the three texts decides: mypy could not run, git has half a tree at that time.
 * The result is an edit of ours: its untouched lines and its line ends stay as they are.
 *
 * @param texts The files' texts; `base` is empty where there is no common ancestor.
 */
export function mergeBaselines(texts: MergeSides<string>): BaselineMerge {
  const ours = parseBaseline(texts.ours);
  if (ours.kind !== 'read') return { kind: 'unusable', which: 'ours', read: ours };
  const theirs = parseBaseline(texts.theirs);
  if (theirs.kind !== 'read') return { kind: 'unusable', which: 'theirs', read: theirs };
  // git hands a driver an empty file for an ancestor that is not there.
  const base = texts.base === '' ? undefined : parseBaseline(texts.base);
  if (base !== undefined && base.kind !== 'read') {
    return { kind: 'unusable', which: 'base', read: base };
  }
  const entries = mergeEntries({
    base: base?.baseline.entries ?? [],
    ours: ours.baseline.entries,
    theirs: theirs.baseline.entries,
  });
  const change = findChange(ours.baseline.entries, entries);
  const [left, right] = [ours.baseline.environment, theirs.baseline.environment];
  const environment = mergeEnvironments(base?.baseline.environment, left, right);
  if (environment === undefined) {
    const content = doubleHeader(editBaseline(ours, { ...change, environment: left }), right);
    return { kind: 'conflict', differences: compareEnvironments(left, right), content };
  }
  const edit = isSame(environment, left) ? change : { ...change, environment };
  return { kind: 'merged', content: editBaseline(ours, edit) };
}

/** Undefined where each side has an environment of its own: either would be untrue of the other. */
function mergeEnvironments(
  base: BaselineEnvironment | undefined,
  ours: BaselineEnvironment,
  theirs: BaselineEnvironment,
): BaselineEnvironment | undefined {
  if (isSame(ours, theirs)) return ours;
  if (base === undefined) return undefined;
  if (isSame(base, theirs)) return ours;
  return isSame(base, ours) ? theirs : undefined;
}

function isSame(left: BaselineEnvironment, right: BaselineEnvironment): boolean {
  return serialiseHeader(left) === serialiseHeader(right);
}

/** What turns one multiset of entries into another. */
function findChange(
  before: readonly BaselineEntry[],
  after: readonly BaselineEntry[],
): { readonly removed: ReadonlySet<number>; readonly added: readonly BaselineEntry[] } {
  const unmatched = new Map<string, number[]>();
  // Backwards, and so taken from the end: the first of equal lines stay.
  for (let index = before.length - 1; index >= 0; index--) {
    const entry = before[index];
    if (entry === undefined) continue;
    const line = serialiseEntry(entry);
    const indexes = unmatched.get(line);
    if (indexes === undefined) unmatched.set(line, [index]);
    else indexes.push(index);
  }
  const added = after.filter((entry) => unmatched.get(serialiseEntry(entry))?.pop() === undefined);
  return { removed: new Set([...unmatched.values()].flat()), added };
}

/** The file with a second header below its first line. */
function doubleHeader(content: string, environment: BaselineEnvironment): string {
  const second = content.indexOf('\n') + 1;
  const end = content.slice(0, second).endsWith('\r\n') ? '\r\n' : '\n';
  return `${content.slice(0, second)}${serialiseHeader(environment)}${end}${content.slice(second)}`;
}
