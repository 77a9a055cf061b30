import type { ComparableError } from '../../../src/core/compare/match-file.js';
import { ScopeIndex } from '../../../src/workspace/source/scope-index.js';
import { decodeSource, type SourceText } from '../../../src/workspace/source/source-text.js';
import type { Corpus, FileVersion, Finding } from './corpus.js';

/** One error of a commit, with what its file says of it: all that any rule looks at. */
export interface PlacedError extends ComparableError {
  readonly finding: Finding;
}

/** One file of a commit. */
export interface FileSnapshot {
  readonly path: string;
  readonly source: SourceText;
  /** In the order of the corpus. */
  readonly errors: readonly PlacedError[];
}

/** All files of a commit, by path. */
export type Snapshot = ReadonlyMap<string, FileSnapshot>;

/** Makes commits of a corpus ready to be compared. Files that did not change are the same values. */
export class SnapshotReader {
  readonly #corpus: Corpus;
  readonly #parsed = new Map<string, { source: SourceText; scopes: ScopeIndex }>();
  readonly #files = new Map<string, FileSnapshot>();

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  /** @param index Of the commit. */
  read(index: number): Snapshot {
    const files = this.#corpus.commits[index];
    if (files === undefined) throw new Error(`The corpus has no commit ${index}`);
    return new Map([...files].map(([path, version]) => [path, this.#readFile(path, version)]));
  }

  #readFile(path: string, { source: sourceId, findings }: FileVersion): FileSnapshot {
    const key = JSON.stringify([path, sourceId, findings]);
    const known = this.#files.get(key);
    if (known !== undefined) return known;
    const { source, scopes } = this.#parse(sourceId);
    const rows = this.#corpus.findings.get(findings);
    if (rows === undefined) throw new Error(`The corpus has no findings ${findings}`);
    const errors = rows.map((finding) => placeError(path, finding, source, scopes));
    const file = { path, source, errors };
    this.#files.set(key, file);
    return file;
  }

  #parse(id: string): { source: SourceText; scopes: ScopeIndex } {
    const known = this.#parsed.get(id);
    if (known !== undefined) return known;
    const text = this.#corpus.sources.get(id);
    if (text === undefined) throw new Error(`The corpus has no source ${id}`);
    const source = decodeSource({ asText: () => text, asBytes: () => Buffer.from(text) });
    const parsed = { source, scopes: ScopeIndex.parse(source) };
    this.#parsed.set(id, parsed);
    return parsed;
  }
}

function placeError(
  path: string,
  finding: Finding,
  source: SourceText,
  scopes: ScopeIndex,
): PlacedError {
  const { line, column, code, message } = finding;
  const text = source.lines[line - 1]?.trim() ?? '';
  const scope = scopes.at(line)?.name ?? '';
  return { path, code, scope, message, text, start: { line, column }, finding };
}
