import type { Label } from '../truth/label-errors.js';

/** One error of mypy as a corpus stores it. Lines are 1-based, columns mypy's own. */
export interface Finding {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly code: string;
  readonly message: string;
}

/** Names of a file's text and of its errors in the corpus. */
export interface FileVersion {
  readonly source: string;
  readonly findings: string;
}

/** The checked files of one commit, by path. */
export type CommitFiles = ReadonlyMap<string, FileVersion>;

/** Two commits to be held against each other. */
export interface CommitPair {
  /** How many commits apart. */
  readonly gap: number;
  /** Indexes into the corpus' commits. */
  readonly from: number;
  readonly to: number;
  /** For each path of the later commit one label an error, in the order of its findings. */
  readonly labels: ReadonlyMap<string, readonly Label[]>;
}

/** A history with mypy's errors at each commit, and the truth about each of them. */
export interface Corpus {
  readonly name: string;
  readonly sources: ReadonlyMap<string, string>;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly commits: readonly CommitFiles[];
  readonly pairs: readonly CommitPair[];
}
