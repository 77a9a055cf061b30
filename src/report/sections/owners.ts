import type { OwnerSummary } from '../../core/owners/by-owner.js';
import { html } from '../html/html.js';
import { countTable } from '../parts/count-table.js';
import type { Section } from '../parts/section.js';

/** Whose files the errors are in; nothing where nobody wrote down who owns what. */
export function owners(rows: readonly OwnerSummary[] | null, whole: number): Section | null {
  if (rows === null || rows.length === 0) return null;
  const content = countTable(
    { caption: 'Errors by owner in CODEOWNERS, most first.', heading: 'Owner' },
    rows.map((counts) => ({
      name:
        counts.owners.length === 0
          ? html`<span class="quiet">nobody</span>`
          : counts.owners.join(', '),
      counts,
    })),
    whole,
  );
  return { id: 'owners', title: 'Owners', content };
}
