import { countByDirectory } from '../../core/counts/by-directory.js';
import { countByFile } from '../../core/counts/by-file.js';
import type { Summary } from '../../core/counts/summarise.js';
import type { Language } from '../../core/language/language.js';
import { html } from '../html/html.js';
import { countTable } from '../parts/count-table.js';
import type { Section } from '../parts/section.js';

/** Two parts of a path tell the packages of most projects apart. */
const DEPTH = 2;

/** Where in the project the errors are. */
export function directories(summary: Summary, language: Language): Section | null {
  const rows = countByDirectory(countByFile(summary), DEPTH).map((counts) => ({
    name: counts.path === '' ? language.say('At the top') : html`<code>${counts.path}/</code>`,
    counts,
  }));
  if (rows.length === 0) return null;
  const content = countTable(
    {
      caption: language.say('Errors by directory, most first.'),
      heading: language.say('Directory'),
    },
    rows,
    summary.totals.current,
    language,
  );
  return { id: 'directories', title: language.say('Directories'), content };
}
