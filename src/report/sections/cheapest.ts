import type { Cheapest } from '../../core/effort/cheapest.js';
import { gainOf, type WorkRow } from '../../core/effort/work.js';
import type { Language } from '../../core/language/language.js';
import type { SourceLink } from '../../core/report/report.js';
import { type Content, html, type Markup } from '../html/html.js';
import { codeName } from '../parts/code-name.js';
import type { Section } from '../parts/section.js';
import { sourceAnchor } from '../parts/source-anchor.js';

/** Rows of each table. */
const MOST_ROWS = 10;

/** Where a day of work takes most away; nothing where no error is left. */
export function cheapest(
  { codes, files }: Cheapest,
  sourceLink: SourceLink | null,
  language: Language,
): Section | null {
  if (codes.length === 0) return null;
  const lead = language.say(
    'Gain is the number of errors that go for each thing to do: a file to open, or another kind of error to understand. Errors are of one kind that have the same code and say the same but for names, types and numbers.',
  );
  const content = html`<p class="lead">${lead}</p>
<div class="pair">
${codeTable(codes, language)}
${fileTable(files, sourceLink, language)}
</div>`;
  return { id: 'cheapest', title: language.say('Where to begin'), content };
}

function codeTable(rows: readonly WorkRow[], language: Language): Markup | null {
  const columns = [language.say('Errors'), language.say('Files'), language.say('Kinds')];
  return workTable(
    language.say('Error codes that are cheapest to clear.'),
    [language.say('Code'), ...columns, language.say('Gain')],
    rows.map((row) => ({
      name: codeName(row.name, language),
      numbers: [row.errors, row.files, row.kinds].map(language.number),
      gain: language.decimal(gainOf(row)),
    })),
  );
}

function fileTable(
  rows: readonly WorkRow[],
  sourceLink: SourceLink | null,
  language: Language,
): Markup | null {
  return workTable(
    language.say('Files where most is to be won.'),
    [language.say('File'), language.say('Errors'), language.say('Kinds'), language.say('Gain')],
    rows.map((row) => ({
      name: sourceAnchor(row.name, 0, sourceLink),
      numbers: [row.errors, row.kinds].map(language.number),
      gain: language.decimal(gainOf(row)),
    })),
  );
}

interface TableRow {
  readonly name: Content;
  /** The number of errors first. */
  readonly numbers: readonly string[];
  readonly gain: string;
}

function workTable(
  caption: string,
  [first = '', ...others]: readonly string[],
  rows: readonly TableRow[],
): Markup | null {
  if (rows.length === 0) return null;
  return html`<table>
<caption>${caption}</caption>
<thead><tr><th scope="col">${first}</th>${others.map((name) => html`<th scope="col" class="amount">${name}</th>`)}</tr></thead>
<tbody>
${rows.slice(0, MOST_ROWS).map(
  ({ name, numbers: [errors = '', ...more], gain }) =>
    html`<tr><th scope="row">${name}</th><td class="amount strong">${errors}</td>${[...more, gain].map((amount) => html`<td class="amount">${amount}</td>`)}</tr>
`,
)}
</tbody>
</table>`;
}
