/**
 * Characters that show nothing or reorder what is shown: controls, formats such as the bidirectional
 * overrides of CVE-2021-42574, halves of surrogate pairs, and the two Unicode line ends. The joiners
 * stay: writing systems and emoji need them.
 */
const UNSEEN = /(?![\t\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** U+2400 and what follows are pictures of the C0 controls, in their order. */
const FIRST_PICTURE = 0x2400;

/** A text in which nothing hides: `␛` for an escape, `[U+202E]` for an override. */
export function showUnseen(text: string): string {
  return text.replace(UNSEEN, (character) => {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x20) return String.fromCodePoint(FIRST_PICTURE + point);
    return `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}
