import { readFileSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
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
import { stampFile } from '../file-stamp.js';
import { followLines } from './follow-lines.js';
import { KnownFile } from './known-file.js';
import { areSameErrors } from './same-errors.js';
import type { ScopeIndex } from './scope-index.js';
import { toRange } from './source-range.js';
import { decodeSource, type SourceText } from './source-text.js';

/** A file that was read, with its scopes parsed when they are first asked for. */
interface ReadSource {
  /** From {@link stampFile}. */
  readonly stamp: string;
  readonly source: SourceText;
  scopes: ScopeIndex | undefined;
}

/** A baseline, and what it says of each file by its path. */
interface KnownBaseline {
  readonly entries: readonly BaselineEntry[];
  readonly files: ReadonlyMap<string, KnownFile>;
}

/** Files read in a row before others get their turn. */
const READS_IN_A_ROW = 64;
/** Files kept in memory; the least recently used go first. */
const REMEMBERED_FILES = 4_000;
const NO_SOURCE: SourceText = { text: '', lines: [] };

/** Adds to mypy's errors what their source files say. Remembers files that did not change. */
export class SourceReader {
  readonly #files = new Map<string, ReadSource>();
  readonly #confinedTo: string | undefined;
  /** The last baseline that was made ready. */
  #known: KnownBaseline | undefined;
  /** The last answer for each path. `stamp` is that of all files which the answer depends on. */
  readonly #located = new Map<
    string,
    {
      readonly stamp: string;
      readonly errors: readonly MypyError[];
      readonly located: readonly LocatedError[];
    }
  >();

  /** @param confinedTo Absolute; nothing outside this folder is read. Any file when absent. */
  constructor(confinedTo?: string) {
    this.#confinedTo = confinedTo;
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
    const sources = new Map<string, ReadSource>();
    for (const path of listPaths(errors)) {
      sources.set(path, this.#read(resolve(root, path)));
      if (sources.size % READS_IN_A_ROW === 0) await setImmediate();
    }
    this.#forgetOldest();
    const groups = [...groupByPath(errors)].sort(([left], [right]) => (left < right ? -1 : 1));
    const located: LocatedError[] = [];
    for (const [path, { items: group }] of groups) {
      const own = await this.#locateGroup(path, group, sources, mypyVersion);
      for (const error of own) located.push(error);
    }
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
    const { lines } = this.#read(resolve(root, path)).source;
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
    this.#located.set(path, { stamp: [mypyVersion, stamp].join(), errors: located, located });
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
      this.#read(resolve(root, path));
      if (++reads % READS_IN_A_ROW === 0) await setImmediate();
    }
    this.#forgetOldest();
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
      const { lines } = this.#peek(resolve(root, path));
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

  /** The errors of one file: the very same values as last time, when nothing of it changed. */
  async #locateGroup(
    path: string,
    errors: readonly MypyError[],
    sources: ReadonlyMap<string, ReadSource>,
    mypyVersion: string | null,
  ): Promise<readonly LocatedError[]> {
    const stamps = [...listPaths(errors)].map((own) => sources.get(own)?.stamp);
    const stamp = [mypyVersion, ...stamps].join();
    const known = this.#located.get(path);
    if (known?.stamp === stamp && areSameErrors(known.errors, errors)) return known.located;
    const read = sources.get(path);
    if (read !== undefined) await findScopes(read);
    const located = errors
      .map((error) => locateError(error, sources, mypyVersion))
      .sort((a, b) => a.start.line - b.start.line || a.start.column - b.start.column);
    this.#located.set(path, { stamp, errors, located });
    return located;
  }

  /** Synchronous, as {@link stampFile} is: most files are small, and to wait for each takes longer. */
  #read(file: string): ReadSource {
    if (!this.#mayRead(file)) return { stamp: 'outside', source: NO_SOURCE, scopes: undefined };
    const stamp = stampFile(file) ?? 'gone';
    const known = this.#files.get(file);
    this.#files.delete(file);
    if (known !== undefined && known.stamp === stamp) {
      this.#files.set(file, known);
      return known;
    }
    const read = { stamp, source: readSource(file), scopes: undefined };
    this.#files.set(file, read);
    return read;
  }

  /** A file's text, not remembered: of thousands of files a few are looked at again. */
  #peek(file: string): SourceText {
    if (!this.#mayRead(file)) return NO_SOURCE;
    const known = this.#files.get(file);
    const isKnown = known !== undefined && known.stamp === stampFile(file);
    return isKnown ? known.source : readSource(file);
  }

  #mayRead(file: string): boolean {
    if (this.#confinedTo === undefined) return true;
    const path = relative(this.#confinedTo, file);
    return path.split(sep)[0] !== '..' && !isAbsolute(path);
  }

  #forgetOldest(): void {
    for (const file of this.#files.keys()) {
      if (this.#files.size <= REMEMBERED_FILES) return;
      this.#files.delete(file);
    }
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
  const scope = read?.scopes?.at(error.start.line);
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

/** Parses a file, once. The parser is loaded when the first file needs it. */
async function findScopes(read: ReadSource): Promise<void> {
  if (read.scopes !== undefined) return;
  const { ScopeIndex } = await import('./scope-index.js');
  read.scopes = ScopeIndex.parse(read.source);
}

function readSource(file: string): SourceText {
  try {
    return decodeSource({
      asText: () => readFileSync(file, 'utf8'),
      asBytes: () => readFileSync(file),
    });
  } catch {
    // Deleted or locked since mypy read it: the error is shown where mypy saw it, without text.
    return NO_SOURCE;
  }
}
