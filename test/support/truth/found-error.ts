/** What the truth about an error depends on. */
export interface FoundError {
  /** 1-based; 0 for one about the whole file. */
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

/** A file of one commit. */
export interface CheckedFile {
  /** The first one has number 1. */
  readonly lines: readonly string[];
  readonly errors: readonly FoundError[];
}

/** Equal for errors that say the same of the same text, however far it is indented. */
export function contentKey({ lines }: CheckedFile, { line, code, message }: FoundError): string {
  return JSON.stringify([code, message, lines[line - 1]?.trim() ?? '']);
}
