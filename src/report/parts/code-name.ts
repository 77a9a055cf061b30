import type { Language } from '../../core/language/language.js';
import { html, type Markup } from '../html/html.js';

/** An error code of mypy, or that there is none. */
export function codeName(code: string, language: Language): Markup {
  return code === ''
    ? html`<span class="quiet">${language.say('without a code')}</span>`
    : html`<code>${code}</code>`;
}
