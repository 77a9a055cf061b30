import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../../../src/core/json/is-record.js';
import type { Translations } from '../../../src/core/language/language.js';
import { compareText } from '../../../src/core/order/compare-text.js';

/** The files of translations below a root. A language is a tag as VS Code has it, `de` or `pt-br`. */
export class TranslationFiles {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** Those that there is a bundle for. */
  languages(): readonly string[] {
    return readdirSync(join(this.#root, 'l10n')).flatMap(
      (name) => /^bundle\.l10n\.(.+)\.json$/.exec(name)?.[1] ?? [],
    );
  }

  /** Of the texts in the source. */
  bundlePath(language: string): string {
    return join(this.#root, 'l10n', `bundle.l10n.${language}.json`);
  }

  /** Of the texts in package.json; without a language the English ones, under the same keys. */
  manifestPath(language?: string): string {
    return join(this.#root, `package.nls${language === undefined ? '' : `.${language}`}.json`);
  }
}

/** Reads a file of texts, and fails on whatever is no text. */
export function readTranslations(file: string): Translations {
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isRecord(json)) throw new Error(`${file} is no object`);
  return Object.fromEntries(
    Object.entries(json).map(([key, text]) => {
      if (typeof text !== 'string') throw new Error(`${file}: ${key} is no text`);
      return [key, text];
    }),
  );
}

/** As such a file is written: sorted, so that two branches that add texts seldom meet. */
export function writeTranslations(translations: Translations): string {
  const sorted = Object.entries(translations).sort(([left], [right]) => compareText(left, right));
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
}
