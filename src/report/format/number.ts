import type { Language } from '../../core/language/language.js';

/** A difference with its sign; `0` where a figure must stand. */
export function formatDifference(value: number, language: Language): string {
  return value === 0 ? '0' : language.change(value);
}

/** A share from 0 to 1 as `12.3 %`, with a space that does not break; never 0 for something. */
export function formatShare(share: number, language: Language): string {
  if (share > 0 && share < 0.001) return `<\u{202f}${language.decimal(0.1)}\u{a0}%`;
  return `${language.decimal(share * 100)}\u{a0}%`;
}
