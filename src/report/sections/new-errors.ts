import type { Acceptance } from '../../core/baseline/baseline.js';
import type { Language } from '../../core/language/language.js';
import type { Report, ReportedError, SourceLink } from '../../core/report/report.js';
import { html, type Markup } from '../html/html.js';
import { errorHeading } from '../parts/error-heading.js';
import { type FoldedWords, foldedList } from '../parts/folded-list.js';
import type { Section } from '../parts/section.js';

/** Each new error with its line of source. */
export function newErrors({ errors, sourceLink }: Report, language: Language): Section {
  const found = errors.filter((error) => error.status === 'new');
  const content =
    found.length === 0
      ? html`<p class="lead">${language.say('None. The baseline knows every error.')}</p>`
      : foldedList(found, wordsIn(language), (error) => item(error, sourceLink, language));
  return { id: 'new-errors', title: language.say('New errors'), content };
}

function wordsIn(language: Language): FoldedWords {
  return {
    show: (count) => language.count(count, 'Show 1 more new error', 'Show {0} more new errors'),
    leaveOut: (count) =>
      language.count(
        count,
        '1 further new error is not listed here.',
        '{0} further new errors are not listed here.',
      ),
  };
}

function item(
  { error, acceptance }: ReportedError,
  link: SourceLink | null,
  language: Language,
): Markup {
  const place = { ...error, line: error.start.line };
  return html`<li>
${errorHeading(place, link, language)}
<p class="message">${error.message}</p>
${error.text === '' ? null : html`<pre><code>${error.text}</code></pre>`}
${error.notes.map(({ message }) => html`<p class="note quiet">${message}</p>`)}
${acceptance === null ? null : expiry(acceptance, language)}
</li>
`;
}

/** A new error has an acceptance only where that has expired. */
function expiry({ expires, reason }: Acceptance, language: Language): Markup | null {
  if (expires === undefined) return null;
  const said =
    reason === undefined
      ? language.say('Its acceptance ended on {0}', expires)
      : language.say('Its acceptance ended on {0}: {1}', expires, reason);
  return html`<p class="note caution">${said}</p>`;
}
