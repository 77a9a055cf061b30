import { TextDecoder } from 'node:util';

/** A Python file's text as mypy counts its lines: without a byte order mark, lines ended by LF. */
export interface SourceText {
  readonly text: string;
  /** `lines[0]` is line 1. Without their ends. */
  readonly lines: readonly string[];
}

const CODING_COMMENT = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;

/** Gives a Python file's bytes as UTF-8 text, and as they are. */
export interface SourceBytes {
  /** Bytes that do not fit are U+FFFD. */
  readonly asText: () => string;
  readonly asBytes: () => Uint8Array;
}

/**
 * Decodes a Python file: UTF-8, or what a coding comment in its first two lines says (PEP 263).
 * Bytes that do not fit become U+FFFD; an unknown encoding is read as UTF-8. Nearly every file is
 * UTF-8, and Node reads that as text several times as fast as bytes to be decoded.
 */
export function decodeSource({ asText, asBytes }: SourceBytes): SourceText {
  const text = asText();
  const decoder = findDecoder(text);
  return toSourceText(decoder === undefined ? text : decoder.decode(asBytes()));
}

/** The same of text that was decoded already. */
export function toSourceText(decoded: string): SourceText {
  const start = decoded.startsWith('\uFEFF') ? 1 : 0;
  const whole = start === 0 ? decoded : decoded.slice(start);
  const text = whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
  return { text, lines: text.split('\n') };
}

/** The decoder that a coding comment names; undefined for UTF-8, and for what is not known. */
function findDecoder(text: string): TextDecoder | undefined {
  const [first = '', second = ''] = text.slice(0, 256).split(/\r\n|\r|\n/, 2);
  const label = CODING_COMMENT.exec(first)?.[1] ?? CODING_COMMENT.exec(second)?.[1];
  if (label === undefined) return undefined;
  try {
    const decoder = new TextDecoder(toLabel(label));
    return decoder.encoding === 'utf-8' ? undefined : decoder;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

/** Python's name of an encoding as the WHATWG's, where they differ most often. */
function toLabel(name: string): string {
  const label = name.toLowerCase().replaceAll('_', '-');
  return label === 'latin-1' ? 'latin1' : label;
}
