import { countByCode } from '../../core/counts/by-code.js';
import type { Summary } from '../../core/counts/summarise.js';
import type { Language } from '../../core/language/language.js';
import { codeName } from '../parts/code-name.js';
import { countTable } from '../parts/count-table.js';
import type { Section } from '../parts/section.js';

/** Errors by mypy's codes, of which one may be in several categories. */
export function codes(summary: Summary, language: Language): Section | null {
  const rows = countByCode(summary).map((counts) => ({
    name: codeName(counts.code, language),
    counts,
  }));
  if (rows.length === 0) return null;
  const content = countTable(
    {
      caption: language.say('Errors by error code, most first.'),
      heading: language.say('Code'),
    },
    rows,
    summary.totals.current,
    language,
  );
  return { id: 'codes', title: language.say('Error codes'), content };
}
