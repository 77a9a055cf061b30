import { areIdentical } from '../list/are-identical.js';
import { groupByPath } from '../path/group-by-path.js';
import { type PathGroup, PathGrouping } from '../path/path-grouping.js';
import type { BaselineStatus, Comparable } from './comparison.js';
import { toStatuses } from './file-statuses.js';
import {
  type ComparableError,
  type FileMatches,
  type FileToMatch,
  matchFile,
} from './match-file.js';

interface RememberedFile {
  readonly file: FileToMatch;
  readonly matches: FileMatches;
}

/** What matches say of the errors of a file, with the entries where they stand in one list. */
interface DecidedFile {
  readonly entries: readonly number[];
  readonly statuses: readonly BaselineStatus[];
}

/**
 * What a comparison may take over from the one before it. From save to save nearly all errors and
 * entries are the very same values, and a file in which all of them are has the same matches: the
 * tiers within a file look at nothing else. One memory serves one kind of comparison.
 */
export class ComparisonMemory {
  readonly #groups = new WeakMap<
    readonly Comparable[],
    ReadonlyMap<string, PathGroup<Comparable>>
  >();
  readonly #errors = new PathGrouping<ComparableError>(({ path }) => path);
  readonly #decided = new WeakMap<FileMatches, DecidedFile>();
  #files: ReadonlyMap<string, RememberedFile> = new Map();
  #next = new Map<string, RememberedFile>();

  /** Errors by path. */
  groupErrors(errors: readonly ComparableError[]): ReadonlyMap<string, PathGroup<ComparableError>> {
    return this.#errors.group(errors);
  }

  /** Entries by path; a list that stays the same is grouped once. */
  groupEntries(entries: readonly Comparable[]): ReadonlyMap<string, PathGroup<Comparable>> {
    const known = this.#groups.get(entries);
    if (known !== undefined) return known;
    const groups = groupByPath(entries);
    this.#groups.set(entries, groups);
    return groups;
  }

  matchFile(file: FileToMatch): FileMatches {
    const known = this.#files.get(file.path);
    const isSame =
      known !== undefined &&
      known.file.change === file.change &&
      areIdentical(known.file.errors, file.errors) &&
      areIdentical(known.file.entries, file.entries);
    const matches = isSame ? known.matches : matchFile(file);
    this.#next.set(file.path, { file, matches });
    return matches;
  }

  /** As {@link toStatuses}: the very same values as long as entries and matches are. */
  decide(matches: FileMatches, entries: readonly number[]): readonly BaselineStatus[] {
    const known = this.#decided.get(matches);
    if (known !== undefined && known.entries === entries) return known.statuses;
    const statuses = toStatuses(matches, entries);
    this.#decided.set(matches, { entries, statuses });
    return statuses;
  }

  /** Ends a comparison: files that it did not have are forgotten. */
  turn(): void {
    this.#files = this.#next;
    this.#next = new Map();
  }
}
