import {
  ENGLISH_OPTIONS,
  type Language,
  openLanguage,
} from '../../../src/core/language/language.js';

/** Has for every text a translation that can be told from whatever is not translated. */
export const MARKED: Language = openLanguage({
  ...ENGLISH_OPTIONS,
  translations: new Proxy({}, { get: (_, text) => `⟦${String(text)}⟧` }),
});

/** The words of a text that {@link MARKED} did not say; icons of VS Code are none. */
export function unsaidWords(text: string): readonly string[] {
  let rest = text;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, ' ');
  }
  return rest.replace(/\$\([\w~-]+\)/g, ' ').match(/\p{Letter}{2,}/gu) ?? [];
}
