import type { SourceLink } from '../../core/report/report.js';
import { html, type Markup } from '../html/html.js';
import { sourceUrl } from './source-url.js';

/** `path:line` (1-based; 0 for none), linked to its source where that can be seen. */
export function sourceAnchor(path: string, line: number, link: SourceLink | null): Markup {
  const name = html`<code>${line > 0 ? `${path}:${line}` : path}</code>`;
  const url = sourceUrl(link, path, line);
  return url === null ? name : html`<a href="${url}" rel="noopener noreferrer">${name}</a>`;
}
