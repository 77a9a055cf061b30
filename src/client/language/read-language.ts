import { env, l10n } from 'vscode';
import { ENGLISH_OPTIONS, type LanguageOptions } from '../../core/language/language.js';
import { numberMarks } from './number-marks.js';

/** The language that VS Code speaks, where there is a translation to it; else English. */
export function readLanguage(): LanguageOptions {
  if (l10n.bundle === undefined) return ENGLISH_OPTIONS;
  return { translations: l10n.bundle, ...numberMarks(env.language) };
}

/** In which times are written: as VS Code speaks, or as the system does where we speak English. */
export function readLocale(): string | undefined {
  return l10n.bundle === undefined ? undefined : env.language;
}
