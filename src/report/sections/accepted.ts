import type { Language } from '../../core/language/language.js';
import type { AddedEntry, Report, SourceLink } from '../../core/report/report.js';
import { describeBase } from '../format/base.js';
import { html, type Markup } from '../html/html.js';
import { errorHeading } from '../parts/error-heading.js';
import { type FoldedWords, foldedList } from '../parts/folded-list.js';
import type { Section } from '../parts/section.js';

/** What joined the baseline since the base, and why. */
export function accepted({ added, base, sourceLink }: Report, language: Language): Section | null {
  if (added.length === 0) return null;
  const lead = language.say(
    'Entries that joined the baseline since {0}.',
    describeBase(base, language),
  );
  const content = html`<p class="lead">${lead}</p>
${foldedList(added, wordsIn(language), (entry) => item(entry, sourceLink, language))}`;
  return { id: 'accepted', title: language.say('Accepted'), content };
}

function wordsIn(language: Language): FoldedWords {
  return {
    show: (count) =>
      language.count(count, 'Show 1 more accepted entry', 'Show {0} more accepted entries'),
    leaveOut: (count) =>
      language.count(
        count,
        '1 further accepted entry is not listed here.',
        '{0} further accepted entries are not listed here.',
      ),
  };
}

function item({ entry, author }: AddedEntry, link: SourceLink | null, language: Language): Markup {
  const { reason, expires } = entry.acceptance ?? {};
  // An entry knows no line: it would change with every edit above.
  return html`<li>
${errorHeading({ ...entry, line: 0 }, link, language)}
<p class="message">${entry.message}</p>
${entry.text === '' ? null : html`<pre><code>${entry.text}</code></pre>`}
<dl class="facts">
${fact(language.say('Reason'), reason, language.say('none given'))}
${fact(language.say('Expires'), expires, language.say('never'))}
${fact(language.say('Author'), author ?? undefined, language.say('not known'))}
</dl>
</li>
`;
}

function fact(name: string, value: string | undefined, absent: string): Markup {
  const text = value === undefined ? html`<span class="quiet">${absent}</span>` : value;
  return html`<div><dt>${name}</dt><dd>${text}</dd></div>`;
}
