/** Lines of a file that were replaced by others; either side may be empty. */
export interface Hunk {
  /** The text of the lines that are gone. */
  readonly oldLines: readonly string[];
  /** 1-based line of the file as it is now; where nothing was added, the line before. */
  readonly newStart: number;
  readonly newCount: number;
}

/** How one file came to be from what it was when the baseline knew all of its errors. */
export interface FileChange {
  /** Its path then. */
  readonly from: string;
  /** The lines that stayed, as `stripFormat` leaves them. */
  readonly keptLines: ReadonlySet<string>;
  /** In the order of the file. */
  readonly hunks: readonly Hunk[];
}

/**
 * The files that changed since then, by their present path, as git's diff sees them. Of a file that
 * is not among them nobody knows.
 */
export type SourceChanges = ReadonlyMap<string, FileChange>;

/** Where nobody knows anything: there is no repository, or it does not go back so far. */
export const NO_CHANGES: SourceChanges = new Map();
