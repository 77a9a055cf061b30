import type { Language } from '../../core/language/language.js';
import type { OwnerSummary } from '../../core/owners/by-owner.js';
import { html } from '../html/html.js';
import { countTable } from '../parts/count-table.js';
import type { Section } from '../parts/section.js';

/** Whose files the errors are in; nothing where nobody wrote down who owns what. */
export function owners(
  rows: readonly OwnerSummary[] | null,
  whole: number,
  language: Language,
): Section | null {
  if (rows === null || rows.length === 0) return null;
  const content = countTable(
    {
      caption: language.say('Errors by owner in CODEOWNERS, most first.'),
      heading: language.say('Owner'),
    },
    rows.map((counts) => ({
      name:
        counts.owners.length === 0
          ? html`<span class="quiet">${language.say('nobody')}</span>`
          : counts.owners.join(', '),
      counts,
    })),
    whole,
    language,
  );
  return { id: 'owners', title: language.say('Owners'), content };
}
