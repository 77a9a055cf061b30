import { Range, type Uri, window } from 'vscode';

/** A range in a file, 0-based, UTF-16. */
export interface FileRange {
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
}

/** Opens a file and selects a range. The editor takes the nearest place when the file is shorter. */
export async function openPlace(
  uri: Uri,
  { line, character, endLine, endCharacter }: FileRange,
): Promise<void> {
  const selection = new Range(line, character, endLine, endCharacter);
  await window.showTextDocument(uri, { selection });
}

/** The start of a line, given 1-based as people and problems count. */
export function startOfLine(line: number): FileRange {
  return { line: line - 1, character: 0, endLine: line - 1, endCharacter: 0 };
}
