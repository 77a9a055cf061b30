import type { BaselineCounts } from '../../core/counts/counts.js';
import { shareOf } from '../../core/counts/share.js';
import type { Language } from '../../core/language/language.js';
import { formatDifference, formatShare } from '../format/number.js';
import { html, type Markup } from '../html/html.js';

/** Width of the longest bar, in pixels. */
const BAR_WIDTH = 56;

/** The headings over {@link countCells}. */
export function countHeadings(language: Language): Markup {
  return html`<th scope="col" class="number">${language.say('Now')}</th>
<th scope="col" class="number wide">${language.say('Base')}</th>
<th scope="col" class="number">${language.say('Change')}</th>
<th scope="col" class="number">${language.say('New')}</th>
<th scope="col" class="number">${language.say('Fixed')}</th>
<th scope="col" class="number wide">${language.say('Share')}</th>`;
}

/** One row of numbers. `whole` is what the share is of: all errors there are now. */
export function countCells(counts: BaselineCounts, whole: number, language: Language): Markup {
  const { current, committed, new: added, fixed } = counts;
  const change = current - committed;
  return html`<td class="number strong">${language.number(current)}</td>
<td class="number wide quiet">${language.number(committed)}</td>
<td class="number ${toneOfChange(change)}">${formatDifference(change, language)}</td>
<td class="number ${added > 0 ? 'bad strong' : 'quiet'}">${language.number(added)}</td>
<td class="number ${fixed > 0 ? 'good' : 'quiet'}">${language.number(fixed)}</td>
<td class="number wide">${shareBar(shareOf(current, whole), language)}</td>`;
}

/** The class that colours a number. */
export type Tone = 'good' | 'bad' | 'caution' | 'quiet';

/** The tone of a difference: fewer errors are good. */
export function toneOfChange(change: number): Tone {
  if (change === 0) return 'quiet';
  return change < 0 ? 'good' : 'bad';
}

/** The policy of the page allows no style attribute, so the bar is drawn. */
function shareBar(share: number, language: Language): Markup {
  const width = share === 0 ? 0 : Math.max(1, share * BAR_WIDTH);
  return html`<svg class="bar" width="${BAR_WIDTH}" height="6" aria-hidden="true"><rect class="bar-track" width="${BAR_WIDTH}" height="6" rx="1"/><rect class="bar-share" width="${width.toFixed(1)}" height="6" rx="1"/></svg><span class="percent">${formatShare(share, language)}</span>`;
}
