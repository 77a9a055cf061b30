import { env, l10n } from 'vscode';
import { ENGLISH_OPTIONS, type LanguageOptions } from '../../core/language/language.js';

/** The language that VS Code speaks, where there is a translation to it; else English. */
export function readLanguage(): LanguageOptions {
  if (l10n.bundle === undefined) return ENGLISH_OPTIONS;
  return { translations: l10n.bundle, ...marksOf(env.language) };
}

/** In which dates and times are written: as VS Code speaks, or as the system does where we speak English. */
export function readLocale(): string | undefined {
  return l10n.bundle === undefined ? undefined : env.language;
}

/**
 * How a language writes numbers.
 *
 * @param tag - As in BCP 47, `de` or `pt-br`.
 */
export function marksOf(tag: string): Pick<LanguageOptions, 'separator' | 'decimalMark'> {
  const parts = new Intl.NumberFormat(tag).formatToParts(12_345.5);
  const mark = (wanted: string) => parts.find(({ type }) => type === wanted)?.value;
  return {
    separator: mark('group') ?? ENGLISH_OPTIONS.separator,
    decimalMark: mark('decimal') ?? ENGLISH_OPTIONS.decimalMark,
  };
}
