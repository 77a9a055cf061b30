import type { AddedEntry, Report, SourceLink } from '../../core/report/report.js';
import { describeBase } from '../format/base.js';
import { html, type Markup } from '../html/html.js';
import { errorHeading } from '../parts/error-heading.js';
import { foldedList } from '../parts/folded-list.js';
import type { Section } from '../parts/section.js';

const NOUN = { singular: 'accepted entry', plural: 'accepted entries' };

/** What joined the baseline since the base, and why. */
export function accepted({ added, base, sourceLink }: Report): Section | null {
  if (added.length === 0) return null;
  const content = html`<p class="lead">Entries that joined the baseline since ${describeBase(base)}.</p>
${foldedList(added, NOUN, (entry) => item(entry, sourceLink))}`;
  return { id: 'accepted', title: 'Accepted', content };
}

function item({ entry, author }: AddedEntry, link: SourceLink | null): Markup {
  const { reason, expires } = entry.acceptance ?? {};
  // An entry knows no line: it would change with every edit above.
  return html`<li>
${errorHeading({ ...entry, line: 0 }, link)}
<p class="message">${entry.message}</p>
${entry.text === '' ? null : html`<pre><code>${entry.text}</code></pre>`}
<dl class="facts">
${fact('Reason', reason, 'none given')}
${fact('Expires', expires, 'never')}
${fact('Author', author ?? undefined, 'not known')}
</dl>
</li>
`;
}

function fact(name: string, value: string | undefined, absent: string): Markup {
  const text = value === undefined ? html`<span class="quiet">${absent}</span>` : value;
  return html`<div><dt>${name}</dt><dd>${text}</dd></div>`;
}
