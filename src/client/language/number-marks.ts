import { ENGLISH_OPTIONS, type LanguageOptions } from '../../core/language/language.js';

/**
 * How a language writes numbers.
 *
 * @param tag As in BCP 47, `de` or `pt-br`.
 */
export function numberMarks(tag: string): Pick<LanguageOptions, 'separator' | 'decimalMark'> {
  const parts = new Intl.NumberFormat(tag).formatToParts(12_345.5);
  const mark = (wanted: string) => parts.find(({ type }) => type === wanted)?.value;
  return {
    separator: mark('group') ?? ENGLISH_OPTIONS.separator,
    decimalMark: mark('decimal') ?? ENGLISH_OPTIONS.decimalMark,
  };
}
