import { isRecord } from '../core/json/is-record.js';
import {
  ENGLISH,
  ENGLISH_OPTIONS,
  type Language,
  openLanguage,
} from '../core/language/language.js';

/** What a client said when it started the server, as far as it said it. */
export interface ReadOptions {
  /** Absolute; undefined where the client leaves it to the server. */
  readonly storageFolder: string | undefined;
  readonly language: Language;
}

/** Reads `InitializationOptions`; another editor than ours may send anything, or nothing. */
export function readInitializationOptions(value: unknown): ReadOptions {
  const options = isRecord(value) ? value : {};
  const { storageFolder } = options;
  const isFolder = typeof storageFolder === 'string' && storageFolder !== '';
  return {
    storageFolder: isFolder ? storageFolder : undefined,
    language: readLanguage(options['language']),
  };
}

function readLanguage(value: unknown): Language {
  if (!isRecord(value) || !isRecord(value['translations'])) return ENGLISH;
  const { translations, separator, decimalMark } = value;
  const texts = Object.entries(translations).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return openLanguage({
    translations: Object.fromEntries(texts),
    separator: typeof separator === 'string' ? separator : ENGLISH_OPTIONS.separator,
    decimalMark: typeof decimalMark === 'string' ? decimalMark : ENGLISH_OPTIONS.decimalMark,
  });
}
