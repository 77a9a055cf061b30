import type { Report, ReportedError, SourceLink } from '../../core/report/report.js';
import { formatCount } from '../format/number.js';
import { html, type Markup } from '../html/html.js';
import { errorHeading } from '../parts/error-heading.js';

/** Errors that are seen at once. */
const SHOWN = 20;

/** Errors that the page holds; a browser copes with more, a reader does not. */
const LISTED = 1000;

/** Each new error with its line of source. */
export function newErrors({ errors, sourceLink }: Report): Markup {
  const found = errors.filter((error) => error.status === 'new');
  const [shown, folded] = [found.slice(0, SHOWN), found.slice(SHOWN, LISTED)];
  return html`<section class="card" aria-labelledby="new-errors">
<h2 id="new-errors">New errors</h2>
${
  found.length === 0
    ? html`<p class="quiet">None. Every error was known before.</p>`
    : html`<ol class="errors">${shown.map((error) => item(error, sourceLink))}</ol>`
}
${
  folded.length === 0
    ? null
    : html`<details class="more"><summary>${formatCount(folded.length, 'more new error')}</summary><ol class="errors" start="${SHOWN + 1}">${folded.map((error) => item(error, sourceLink))}</ol></details>`
}
${
  found.length <= LISTED
    ? null
    : html`<p class="quiet">${formatCount(found.length - LISTED, 'further new error')} not listed here.</p>`
}
</section>`;
}

function item({ error, acceptance }: ReportedError, link: SourceLink | null): Markup {
  const place = { ...error, line: error.start.line };
  return html`<li>
${errorHeading(place, link)}
<p class="message">${error.message}</p>
${error.text === '' ? null : html`<pre><code>${error.text}</code></pre>`}
${error.notes.map(({ message }) => html`<p class="note quiet">${message}</p>`)}
${
  acceptance?.expires === undefined
    ? null
    : html`<p class="note caution">Its acceptance ended on ${acceptance.expires}${acceptance.reason === undefined ? null : html`: ${acceptance.reason}`}</p>`
}
</li>
`;
}
