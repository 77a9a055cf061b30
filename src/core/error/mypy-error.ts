/** A place in a file as mypy prints it. */
export interface MypyPosition {
  /** 1-based; 0 when mypy names no line (an error about the whole file). */
  readonly line: number;
  /** 1-based, in UTF-8 bytes (mypy's own unit); 0 when unknown. */
  readonly column: number;
}

/** A `note:` line of mypy. It explains an error and is never counted. */
export interface MypyNote {
  /** As {@link MypyError.path}; a note may lie in another file than its error. */
  readonly path: string;
  readonly start: MypyPosition;
  readonly message: string;
}

/** One `error:` line of mypy, with the notes that belong to it. */
export interface MypyError {
  /** Relative to the project root, `/`-separated on every platform; absolute when outside it. */
  readonly path: string;
  readonly start: MypyPosition;
  /** Inclusive, as mypy prints it in text. The range of an error on a `def` can span its body. */
  readonly end: MypyPosition;
  /** mypy's error code, or the empty string where mypy gives none. */
  readonly code: string;
  readonly message: string;
  readonly notes: readonly MypyNote[];
}

/** A range as LSP has it: 0-based lines, characters in UTF-16 code units, end exclusive. */
export interface SourceRange {
  readonly startLine: number;
  readonly startCharacter: number;
  readonly endLine: number;
  readonly endCharacter: number;
}

/** A note with its place in the source as an editor counts. */
export interface LocatedNote extends MypyNote {
  readonly range: SourceRange;
}

/** A {@link MypyError} together with what its source file says about it. */
export interface LocatedError extends MypyError {
  readonly notes: readonly LocatedNote[];
  readonly range: SourceRange;
  /**
   * Qualified name of the enclosing function or class (`Worker.start`), or of the one that the
   * error's line defines; decorators belong to what they decorate. Empty at module level.
   */
  readonly scope: string;
  /** The source line of the error, trimmed. Empty when the file could not be read. */
  readonly text: string;
}
