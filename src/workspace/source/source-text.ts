import { TextDecoder } from 'node:util';

/** A Python file's text as mypy counts its lines: without a byte order mark, lines ended by LF. */
export interface SourceText {
  readonly text: string;
  /** `lines[0]` is line 1. Without their ends. */
  readonly lines: readonly string[];
}

const CODING_COMMENT = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;

/**
 * Decodes a Python file: UTF-8, or what a coding comment in its first two lines says (PEP 263).
 * Bytes that do not fit become U+FFFD; an unknown encoding is read as UTF-8.
 */
export function decodeSource(bytes: Uint8Array): SourceText {
  const text = decoderFor(bytes).decode(bytes).replace(/\r\n?/g, '\n');
  return { text, lines: text.split('\n') };
}

function decoderFor(bytes: Uint8Array): TextDecoder {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 256));
  const [first = '', second = ''] = head.split(/\r\n|\r|\n/, 2);
  const label = CODING_COMMENT.exec(first)?.[1] ?? CODING_COMMENT.exec(second)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(toLabel(label));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new TextDecoder();
  }
}

/** Python's name of an encoding as the WHATWG's, where they differ most often. */
function toLabel(name: string): string {
  const label = name.toLowerCase().replaceAll('_', '-');
  return label === 'latin-1' ? 'latin1' : label;
}
