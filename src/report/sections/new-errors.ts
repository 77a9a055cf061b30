import type { Acceptance } from '../../core/baseline/baseline.js';
import type { Report, ReportedError, SourceLink } from '../../core/report/report.js';
import { html, type Markup } from '../html/html.js';
import { errorHeading } from '../parts/error-heading.js';
import { foldedList } from '../parts/folded-list.js';
import type { Section } from '../parts/section.js';

const NOUN = { singular: 'new error', plural: 'new errors' };

/** Each new error with its line of source. */
export function newErrors({ errors, sourceLink }: Report): Section {
  const found = errors.filter((error) => error.status === 'new');
  const content =
    found.length === 0
      ? html`<p class="lead">None. The baseline knows every error.</p>`
      : foldedList(found, NOUN, (error) => item(error, sourceLink));
  return { id: 'new-errors', title: 'New errors', content };
}

function item({ error, acceptance }: ReportedError, link: SourceLink | null): Markup {
  const place = { ...error, line: error.start.line };
  return html`<li>
${errorHeading(place, link)}
<p class="message">${error.message}</p>
${error.text === '' ? null : html`<pre><code>${error.text}</code></pre>`}
${error.notes.map(({ message }) => html`<p class="note quiet">${message}</p>`)}
${acceptance === null ? null : expiry(acceptance)}
</li>
`;
}

/** A new error has an acceptance only where that has expired. */
function expiry({ expires, reason }: Acceptance): Markup | null {
  if (expires === undefined) return null;
  const because = reason === undefined ? null : html`: ${reason}`;
  return html`<p class="note caution">Its acceptance ended on ${expires}${because}</p>`;
}
