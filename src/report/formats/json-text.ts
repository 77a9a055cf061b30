/**
 * JSON that every parser takes, indented, with an end of line. Half a surrogate pair, which
 * `JSON.stringify` writes as an escape and strict parsers refuse, becomes U+FFFD.
 */
export function toJsonText(value: object): string {
  const text = JSON.stringify(
    value,
    (_, part: unknown) => (typeof part === 'string' ? toWellFormed(part) : part),
    2,
  );
  // C1 and DEL, which `JSON.stringify` leaves, are orders to a terminal like the C0 it escapes.
  return `${text.replace(/[\u007f-\u009f]/g, escapeUnit)}\n`;
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The text with U+FFFD for each half of a surrogate pair; percent-encoding throws on them. */
export function toWellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
