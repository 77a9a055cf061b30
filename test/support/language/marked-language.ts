import {
  ENGLISH_OPTIONS,
  type Language,
  openLanguage,
} from '../../../src/core/language/language.js';

/** Marks the words of every text, so that they can be told from whatever nobody translates. */
export const MARKED: Language = openLanguage({
  ...ENGLISH_OPTIONS,
  translations: new Proxy({}, { get: (_, text) => mark(String(text)) }),
});

/** What stands at the places of a text was not said by it. */
function mark(text: string): string {
  return text
    .split(/(\{\d+\})/)
    .map((part, index) => (index % 2 === 1 || part === '' ? part : `⟦${part}⟧`))
    .join('');
}

/** The words of a text that {@link MARKED} did not say; icons of VS Code are none, nor are single letters. */
export function unsaidWords(text: string): readonly string[] {
  const rest = text.replace(/⟦[^⟦⟧]*⟧/g, ' ');
  return rest.replace(/\$\([\w~-]+\)/g, ' ').match(/\p{Letter}{2,}/gu) ?? [];
}
