import { countByFile } from '../../core/counts/by-file.js';
import type { Language } from '../../core/language/language.js';
import type { Report } from '../../core/report/report.js';
import { countTable } from '../parts/count-table.js';
import type { Section } from '../parts/section.js';
import { sourceAnchor } from '../parts/source-anchor.js';

const MOST_FILES = 30;

/** The files with the most errors. */
export function files({ summary, sourceLink }: Report, language: Language): Section | null {
  const withErrors = countByFile(summary).filter((file) => file.current > 0);
  const listed = withErrors.slice(0, MOST_FILES);
  if (listed.length === 0) return null;
  const caption =
    listed.length === withErrors.length
      ? language.say('Errors by file, most first.')
      : language.say(
          'The {0} of {1} files with the most errors.',
          MOST_FILES,
          language.number(withErrors.length),
        );
  const rows = listed.map((counts) => ({ name: sourceAnchor(counts.path, 0, sourceLink), counts }));
  const content = countTable(
    { caption, heading: language.say('File') },
    rows,
    summary.totals.current,
    language,
  );
  return { id: 'files', title: language.say('Files'), content };
}
