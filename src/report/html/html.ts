import { escapeHtml } from '../../core/text/escape-html.js';

/** A piece of HTML. The private field keeps anything else from passing for one. */
class Markup {
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  toString(): string {
    return this.#source;
  }
}

export type { Markup };

/** What a template takes. A string is always text, never markup. */
export type Content = string | number | Markup | null | readonly Content[];

/**
 * HTML from a template. Every string put into it is escaped, for text and for quoted attributes
 * alike, and what it hides is made visible; null leaves nothing.
 */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(String.raw({ raw: parts }, ...contents.map(toSource)));
}

/** HTML or CSS that is not escaped: only ever for constants of this program. */
export function trusted(source: string): Markup {
  return new Markup(source);
}

function toSource(content: Content): string {
  if (content === null) return '';
  if (typeof content === 'string') return escapeHtml(content);
  if (typeof content === 'number') return String(content);
  if (content instanceof Markup) return content.toString();
  return content.map(toSource).join('');
}
