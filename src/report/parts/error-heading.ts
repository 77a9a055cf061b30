import type { SourceLink } from '../../core/report/report.js';
import { html, type Markup } from '../html/html.js';
import { sourceUrl } from './source-url.js';

interface Place {
  readonly path: string;
  /** 1-based; 0 where no line is known. */
  readonly line: number;
  /** Empty at module level. */
  readonly scope: string;
  /** Empty where mypy gives none. */
  readonly code: string;
}

/** The line over an error: where it is, in what, and its code. */
export function errorHeading({ path, line, scope, code }: Place, link: SourceLink | null): Markup {
  const name = line > 0 ? `${path}:${line}` : path;
  const url = sourceUrl(link, path, line);
  const place = html`<code>${name}</code>`;
  return html`<p class="place">${
    url === null ? place : html`<a href="${url}" rel="noopener noreferrer">${place}</a>`
  }${scope === '' ? null : html` <span class="quiet">in <code>${scope}</code></span>`}${
    code === '' ? null : html` <code class="tag">${code}</code>`
  }</p>`;
}
