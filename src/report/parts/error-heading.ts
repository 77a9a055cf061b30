import type { Language } from '../../core/language/language.js';
import type { SourceLink } from '../../core/report/report.js';
import { html, type Markup } from '../html/html.js';
import { place } from '../html/place.js';
import { sourceAnchor } from './source-anchor.js';

interface ErrorPlace {
  readonly path: string;
  /** 1-based; 0 where no line is known. */
  readonly line: number;
  /** Empty at module level. */
  readonly scope: string;
  /** Empty where mypy gives none. */
  readonly code: string;
}

/** The line over an error: where it is, in what, and its code. */
export function errorHeading(
  { path, line, scope, code }: ErrorPlace,
  link: SourceLink | null,
  language: Language,
): Markup {
  const name = html`<code>${scope}</code>`;
  const within =
    scope === '' ? null : html`<span class="quiet">${place(language.say('in {0}'), name)}</span>`;
  const tag = code === '' ? null : html`<code class="tag">${code}</code>`;
  return html`<p class="place">${sourceAnchor(path, line, link)} ${within} ${tag}</p>`;
}
