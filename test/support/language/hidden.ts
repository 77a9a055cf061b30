import {
  type Language,
  openLanguage,
  type Translations,
} from '../../../src/core/language/language.js';

/** Where every letter of a text was, but for its places. */
const HIDDEN: Translations = new Proxy<Record<string, string>>(
  {},
  { get: (_, text) => String(text).replace(/\p{L}/gu, '·') },
);

/**
 * A language without letters: whatever has some in what is said was not said by a `Language`, or came
 * from the project itself.
 */
export const HIDDEN_LANGUAGE: Language = openLanguage({
  translations: HIDDEN,
  separator: '·',
  decimalMark: '·',
});
