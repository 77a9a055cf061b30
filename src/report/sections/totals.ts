import { formatNumber } from '../../core/number/format-number.js';
import type { Report } from '../../core/report/report.js';
import { describeBase } from '../format/base.js';
import { formatDifference } from '../format/number.js';
import { html, type Markup } from '../html/html.js';
import { type Tone, toneOfChange } from '../parts/count-cells.js';

/** All errors now and how they came from those of the base. */
export function totals(report: Report): Markup {
  const { current, committed, new: added, fixed } = report.summary.totals;
  const accepted = report.errors.filter((error) => error.status === 'accepted').length;
  const change = current - committed;
  const difference =
    change === 0
      ? null
      : html`<span class="difference ${toneOfChange(change)}">${formatDifference(change)}</span>`;
  return html`<section class="card totals" aria-labelledby="totals">
<h2 id="totals">Errors now</h2>
<p class="figure"><span class="total">${formatNumber(current)}</span> ${difference}</p>
<dl class="ledger">
${figure(`In ${describeBase(report.base)}`, formatNumber(committed), '')}
${figure('New', formatDifference(added), added > 0 ? 'bad' : 'quiet')}
${figure('Accepted', formatDifference(accepted), accepted > 0 ? 'caution' : 'quiet')}
${figure('Fixed', formatDifference(-fixed), fixed > 0 ? 'good' : 'quiet')}
</dl>
</section>`;
}

function figure(name: string, value: string, tone: Tone | ''): Markup {
  return html`<div><dt>${name}</dt><dd class="${tone}">${value}</dd></div>`;
}
