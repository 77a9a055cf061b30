import {
  type Language,
  type LanguageOptions,
  openLanguage,
} from '../../../src/core/language/language.js';
import { REPOSITORY } from '../files/repository.js';
import { readTranslations, TranslationFiles } from './translation-files.js';

/** What the editor tells the server where VS Code speaks German. */
export const GERMAN_OPTIONS: LanguageOptions = {
  translations: readTranslations(new TranslationFiles(REPOSITORY).bundlePath('de')),
  separator: '.',
  decimalMark: ',',
};

/** German as it is shipped. */
export const GERMAN: Language = openLanguage(GERMAN_OPTIONS);
