import { countByCode } from '../../core/counts/by-code.js';
import type { Summary } from '../../core/counts/summarise.js';
import { html } from '../html/html.js';
import { countTable } from '../parts/count-table.js';
import type { Section } from '../parts/section.js';

/** Errors by mypy's codes, of which one may be in several categories. */
export function codes(summary: Summary): Section | null {
  const rows = countByCode(summary).map((counts) => ({
    name:
      counts.code === ''
        ? html`<span class="quiet">without a code</span>`
        : html`<code>${counts.code}</code>`,
    counts,
  }));
  if (rows.length === 0) return null;
  const content = countTable(
    { caption: 'Errors by error code, most first.', heading: 'Code' },
    rows,
    summary.totals.current,
  );
  return { id: 'codes', title: 'Error codes', content };
}
