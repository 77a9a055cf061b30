import type { Language } from '../../core/language/language.js';
import { html, type Markup } from '../html/html.js';

/** A part of the page that a reader can jump to. */
export interface Section {
  /** Unique within the page. */
  readonly id: string;
  readonly title: string;
  readonly content: Markup;
}

/** A section under its heading. */
export function drawSection({ id, title, content }: Section): Markup {
  return html`<section class="card" aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${content}
</section>
`;
}

/** Links to sections; nothing where there is no choice. */
export function drawContents(sections: readonly Section[], language: Language): Markup | null {
  if (sections.length < 2) return null;
  const links = sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`);
  return html`<nav aria-label="${language.say('Contents')}"><ul>${links}</ul></nav>`;
}
