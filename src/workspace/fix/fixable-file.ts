import { readFileSync } from 'node:fs';
import { decodeSource, type SourceText, toSourceText } from '../source/source-text.js';

/** A file whose text can be changed and written as UTF-8. */
export interface FixableFile {
  /** As it stands there, with its line ends and byte order mark. */
  readonly text: string;
  readonly source: SourceText;
}

/** Undefined for a file that cannot be read, or is in another encoding: it would not stay as it is. */
export function readFixableFile(file: string): FixableFile | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    // Deleted or locked since mypy read it.
    return undefined;
  }
  const text = bytes.toString('utf8');
  if (!Buffer.from(text).equals(bytes)) return undefined;
  const source = toSourceText(text);
  const declared = decodeSource({ asText: () => text, asBytes: () => bytes });
  return declared.text === source.text ? { text, source } : undefined;
}
