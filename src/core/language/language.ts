import { groupDigits } from '../number/format-number.js';

type Value = string | number;

/** A text with its values, to be said in the language of whoever will read it. */
export interface Phrase {
  /** As for {@link Language.say}. */
  readonly text: string;
  readonly values: readonly Value[];
}

/** Words for what is decided where nobody knows the reader. */
export function phrase(text: string, ...values: readonly Value[]): Phrase {
  return { text, values };
}

/** Words of mypy, git or a file, which are never translated. */
export function verbatim(text: string): Phrase {
  return { text: '{0}', values: [text] };
}

/** What a person reads, in their language. The English text is the key of its translation. */
export interface Language {
  /** `text` with `{0}`, `{1}` … replaced by the values, as `vscode.l10n.t` does it. Numbers stay as they are. */
  readonly say: (text: string, ...values: readonly Value[]) => string;
  /** One text where the amount is one, and another for all others. `{0}` is the amount, the values follow it. */
  readonly count: (
    amount: number,
    one: string,
    other: string,
    ...values: readonly Value[]
  ) => string;
  /** What a phrase says. */
  readonly express: (phrase: Phrase) => string;
  /** `12,345` in English. */
  readonly number: (value: number) => string;
  /** `12.3`, with one digit after the mark. */
  readonly decimal: (value: number) => string;
  /** A difference with its sign, `+3` or `−5` with U+2212; nothing for none. */
  readonly change: (value: number) => string;
}

/** Translations by English text, as VS Code's `l10n.bundle` has them. */
export type Translations = Readonly<Record<string, string>>;

/** A language as data. */
export interface LanguageOptions {
  readonly translations: Translations;
  /** Between thousands. */
  readonly separator: string;
  /** Between whole and fraction. */
  readonly decimalMark: string;
}

/** Speaks with translations; a text that has none stays English. */
export function openLanguage({ translations, separator, decimalMark }: LanguageOptions): Language {
  const say: Language['say'] = (text, ...values) => fill(translations[text] ?? text, values);
  const number = (value: number) => groupDigits(value, separator);
  return {
    say,
    count: (amount, one, other, ...values) =>
      say(amount === 1 ? one : other, number(amount), ...values),
    express: ({ text, values }) => say(text, ...values),
    number,
    decimal: (value) => value.toFixed(1).replace('.', decimalMark),
    change: (value) => (value === 0 ? '' : `${value > 0 ? '+' : '−'}${number(Math.abs(value))}`),
  };
}

/** How English is written; its texts are the keys of all translations. */
export const ENGLISH_OPTIONS: LanguageOptions = {
  translations: {},
  separator: ',',
  decimalMark: '.',
};

/** For the command line and everything that machines and assistants read. */
export const ENGLISH: Language = openLanguage(ENGLISH_OPTIONS);

function fill(text: string, values: readonly Value[]): string {
  return text.replace(/\{(\d+)\}/g, (place, index) => String(values[Number(index)] ?? place));
}
