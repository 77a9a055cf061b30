import type { Translations } from '../../../src/core/language/language.js';

/** What is wrong with the translations of the texts, each in a sentence. */
export function judgeTranslations(
  texts: Translations,
  translations: Translations,
): readonly string[] {
  const missing = Object.entries(texts)
    .filter(([key]) => (translations[key] ?? '') === '')
    .map(([key]) => `not translated: ${key}`);
  const unused = Object.keys(translations)
    .filter((key) => texts[key] === undefined)
    .map((key) => `not a text of the source: ${key}`);
  const different = Object.entries(texts).flatMap(([key, text]) =>
    judgeTranslation(text, translations[key] ?? '').map((problem) => `${problem}: ${key}`),
  );
  return [...missing, ...unused, ...different];
}

/** The texts as a bundle has them, under themselves. */
export function keyedByThemselves(texts: readonly string[]): Translations {
  return Object.fromEntries(texts.map((text) => [text, text]));
}

function judgeTranslation(text: string, translation: string): readonly string[] {
  if (translation === '') return [];
  return [
    ...(String(keptIn(text)) === String(keptIn(translation))
      ? []
      : ['other places, links, icons or code']),
    ...(translation.endsWith(endOf(text)) ? [] : ['ends differently']),
  ];
}

/** What a translation takes over as it is: `{0}`, `$(icon)`, the target of a link, `code`. */
function keptIn(text: string): readonly string[] {
  return (text.match(/\{\d+\}|\$\([\w~-]+\)|\]\([^)]*\)|`[^`]*`/g) ?? []).sort();
}

/** The mark of a whole sentence, or of what goes on; empty for a text that has none. */
function endOf(text: string): string {
  return /[.…:?!]\s*$/.exec(text)?.[0] ?? '';
}
