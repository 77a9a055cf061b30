import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { BaselineEntry } from '../../core/baseline/baseline.js';
import type {
  LocatedError,
  LocatedNote,
  MypyError,
  MypyNote,
} from '../../core/error/mypy-error.js';
import { type ColumnUnit, columnUnitOf } from '../../core/output/column.js';
import { groupByPath } from '../../core/path/group-by-path.js';
import { PathGrouping } from '../../core/path/path-grouping.js';
import { followLines } from './follow-lines.js';
import { KnownFile } from './known-file.js';
import { areSameErrors } from './same-errors.js';
import { NO_SOURCE, type ReadSource, SourceFiles, scopesOf } from './source-files.js';
import { toRange } from './source-range.js';

/** A baseline, and what it says of each file by its path. */
interface KnownBaseline {
  readonly entries: readonly BaselineEntry[];
  readonly files: ReadonlyMap<string, KnownFile>;
}

/** Files read in a row before others get their turn. */
const READS_IN_A_ROW = 64;
/** What all errors that are located together have in common. */
interface Locating {
  /** Absolute. */
  readonly root: string;
  /** The files that were read for them so far, by path. */
  readonly sources: Map<string, ReadSource>;
  readonly mypyVersion: string | null;
}

/** The last answer for the errors of one file. */
interface LocatedFile {
  readonly mypyVersion: string | null;
  /** Of all files that the answer depends on. */
  readonly stamp: string;
  readonly errors: readonly MypyError[];
  readonly located: readonly LocatedError[];
}

/** The last answer for the errors of all files. */
interface LocatedErrors {
  readonly mypyVersion: string | null;
  readonly errors: readonly MypyError[];
  readonly located: readonly LocatedError[];
}

/** Adds to mypy's errors what their source files say. Remembers files that did not change. */
export class SourceReader {
  readonly #files: SourceFiles;
  readonly #grouping = new PathGrouping<MypyError>(({ path }) => path);
  /** The last baseline that was made ready. */
  #known: KnownBaseline | undefined;
  readonly #located = new Map<string, LocatedFile>();
  /** Paths of files that {@link foresee} found as they were. */
  #foreseen = new Set<string>();
  /** The last answer for the errors of all files. */
  #last: LocatedErrors | undefined;

  /** @param confinedTo Absolute; nothing outside this folder is read. Any file when absent. */
  constructor(confinedTo?: string) {
    this.#files = new SourceFiles(confinedTo);
  }

  /**
   * Looks, while mypy is at work, which files are as they were when their errors were located. Of
   * such a file nothing is read when mypy then says the very same of it.
   *
   * @param root Absolute; errors' paths are relative to it.
   */
  async foresee(root: string): Promise<void> {
    const foreseen = new Set<string>();
    this.#foreseen = foreseen;
    let looked = 0;
    for (const [path, { stamp, errors }] of this.#located) {
      const files = [...listPaths(errors)].map((own) => this.#files.stamp(resolve(root, own)));
      if (files.join() === stamp) foreseen.add(path);
      else if (files.includes(undefined)) this.#forget(path);
      if (++looked % READS_IN_A_ROW === 0) await setImmediate();
    }
  }

  /**
   * Locates errors; the answer is in the order of paths, lines and columns.
   *
   * @param root Absolute; errors' paths are relative to it. A file that cannot be read (deleted
   *   meanwhile) gives errors with an empty text at mypy's own position.
   * @param mypyVersion Decides what mypy counts in columns; null when it is not known.
   */
  async locate(
    root: string,
    errors: readonly MypyError[],
    mypyVersion: string | null,
  ): Promise<readonly LocatedError[]> {
    const last = this.#last;
    const isSame = last?.errors === errors && last.mypyVersion === mypyVersion;
    if (isSame && this.#foreseen.size === this.#located.size) return last.located;
    const groups = [...this.#grouping.group(errors)].sort(([left], [right]) =>
      left < right ? -1 : 1,
    );
    const located: LocatedError[] = [];
    const sources = new Map<string, ReadSource>();
    for (const [path, { items: group }] of groups) {
      const own =
        this.#recall(path, group, mypyVersion) ??
        (await this.#locateGroup(path, group, { root, sources, mypyVersion }));
      for (const error of own) located.push(error);
    }
    this.#files.forgetOldest();
    this.#last = { mypyVersion, errors, located };
    return located;
  }

  /**
   * Locates errors that a file had before it changed, where their lines still are.
   *
   * @param root Absolute; errors' paths are relative to it.
   * @param errors Of one file, in the order of their lines.
   */
  follow(
    root: string,
    errors: readonly LocatedError[],
    mypyVersion: string | null,
  ): Promise<readonly LocatedError[]> {
    const path = errors[0]?.path ?? '';
    const { lines } = this.#files.read(resolve(root, path)).source;
    return this.locate(root, followLines(lines, errors), mypyVersion);
  }

  /**
   * Takes over what an earlier session located in a file that is as it was then, so that the first
   * check need not parse it, and finds the very same values.
   *
   * @param stamp From {@link stampFile}.
   */
  remember(
    path: string,
    stamp: string,
    located: readonly LocatedError[],
    mypyVersion: string,
  ): void {
    // Of the files that others' notes lie in nothing is known.
    if (located.some(({ notes }) => notes.some((note) => note.path !== path))) return;
    this.#located.set(path, { mypyVersion, stamp, errors: located, located });
  }

  /**
   * Makes a baseline ready for {@link findUnchanged} and reads its files while mypy is still at
   * work. One that changes meanwhile is read again: its stamp tells.
   *
   * @param root Absolute; entries' paths are relative to it.
   */
  async preload(root: string, entries: readonly BaselineEntry[]): Promise<void> {
    let reads = 0;
    for (const path of this.#makeReady(entries).keys()) {
      this.#files.read(resolve(root, path));
      if (++reads % READS_IN_A_ROW === 0) await setImmediate();
    }
    this.#files.forgetOldest();
  }

  /**
   * Finds the files in which nothing changed against a baseline, by their text alone: they need not
   * be parsed.
   *
   * @param root Absolute; errors' paths are relative to it.
   * @returns Their paths.
   */
  async findUnchanged(
    root: string,
    errors: readonly MypyError[],
    entries: readonly BaselineEntry[],
  ): Promise<ReadonlySet<string>> {
    const known = this.#makeReady(entries);
    const unchanged = new Set<string>();
    let reads = 0;
    for (const [path, { items: group }] of groupByPath(errors)) {
      const file = known.get(path);
      if (file === undefined || file.entries.length !== group.length) continue;
      if (++reads % READS_IN_A_ROW === 0) await setImmediate();
      const { lines } = this.#files.peek(resolve(root, path));
      const unscoped = group.map(({ code, message, start }) => ({
        code,
        message,
        text: lines[start.line - 1]?.trim() ?? '',
      }));
      if (file.isUnchanged(unscoped)) unchanged.add(path);
    }
    return unchanged;
  }

  #makeReady(entries: readonly BaselineEntry[]): ReadonlyMap<string, KnownFile> {
    if (this.#known?.entries === entries) return this.#known.files;
    const groups = [...groupByPath(entries)];
    const files = new Map(groups.map(([path, { items }]) => [path, new KnownFile(items)]));
    this.#known = { entries, files };
    return files;
  }

  /** A file is gone, or one that its notes lie in. */
  #forget(path: string): void {
    this.#located.delete(path);
    this.#last = undefined;
  }

  /** The answer of last time, if it is known to be right still. */
  #recall(
    path: string,
    errors: readonly MypyError[],
    mypyVersion: string | null,
  ): readonly LocatedError[] | undefined {
    const known = this.#foreseen.has(path) ? this.#located.get(path) : undefined;
    const isSame = known?.mypyVersion === mypyVersion && areSameErrors(known.errors, errors);
    return isSame ? known.located : undefined;
  }

  /** The errors of one file: the very same values as last time, when nothing of it changed. */
  async #locateGroup(
    path: string,
    errors: readonly MypyError[],
    { root, sources, mypyVersion }: Locating,
  ): Promise<readonly LocatedError[]> {
    const stamps: string[] = [];
    for (const own of listPaths(errors)) {
      const read = sources.get(own) ?? this.#files.read(resolve(root, own));
      if (!sources.has(own)) sources.set(own, read);
      stamps.push(read.stamp);
    }
    if (sources.size % READS_IN_A_ROW === 0) await setImmediate();
    const stamp = stamps.join();
    const known = this.#located.get(path);
    const isSame = known?.mypyVersion === mypyVersion && known.stamp === stamp;
    if (isSame && areSameErrors(known.errors, errors)) return known.located;
    const located = errors
      .map((error) => locateError(error, sources, mypyVersion))
      .sort((a, b) => a.start.line - b.start.line || a.start.column - b.start.column);
    this.#located.set(path, { mypyVersion, stamp, errors, located });
    return located;
  }
}

/** The files that errors and their notes lie in. */
function listPaths(errors: readonly MypyError[]): ReadonlySet<string> {
  const paths = new Set<string>();
  let last: string | undefined;
  for (const { path, notes } of errors) {
    // Errors come file by file.
    if (path !== last) paths.add(path);
    last = path;
    for (const note of notes) paths.add(note.path);
  }
  return paths;
}

function locateError(
  error: MypyError,
  sources: ReadonlyMap<string, ReadSource>,
  mypyVersion: string | null,
): LocatedError {
  const unit = columnUnitOf(mypyVersion, error.code);
  const read = sources.get(error.path);
  const source = read?.source ?? NO_SOURCE;
  const lineText = source.lines[error.start.line - 1] ?? '';
  const scope = read && scopesOf(read).at(error.start.line);
  return {
    ...error,
    text: lineText.trim(),
    notes: error.notes.map((note) => locateNote(note, sources, unit)),
    range: toRange(lineText, error.start, error.end, scope, unit),
    scope: scope?.name ?? '',
  };
}

function locateNote(
  note: MypyNote,
  sources: ReadonlyMap<string, ReadSource>,
  unit: ColumnUnit,
): LocatedNote {
  const lineText = sources.get(note.path)?.source.lines[note.start.line - 1] ?? '';
  return { ...note, range: toRange(lineText, note.start, { line: 0, column: 0 }, undefined, unit) };
}
