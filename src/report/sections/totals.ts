import type { Language } from '../../core/language/language.js';
import type { Report } from '../../core/report/report.js';
import { describeBase } from '../format/base.js';
import { formatDifference } from '../format/number.js';
import { html, type Markup } from '../html/html.js';
import { type Tone, toneOfChange } from '../parts/count-cells.js';

/** All errors now and how they came from those of the base. */
export function totals(report: Report, language: Language): Markup {
  const { current, committed, new: added, fixed } = report.summary.totals;
  const accepted = report.errors.filter((error) => error.status === 'accepted').length;
  const change = current - committed;
  const difference =
    change === 0
      ? null
      : html`<span class="difference ${toneOfChange(change)}">${formatDifference(change, language)}</span>`;
  return html`<section class="card totals" aria-labelledby="totals">
<h2 id="totals">${language.say('Errors now')}</h2>
<p class="figure"><span class="total">${language.number(current)}</span> ${difference}</p>
<dl class="ledger">
${figure(language.say('In {0}', describeBase(report.base, language)), language.number(committed), '')}
${figure(language.say('New'), formatDifference(added, language), added > 0 ? 'bad' : 'quiet')}
${figure(language.say('Accepted'), formatDifference(accepted, language), accepted > 0 ? 'caution' : 'quiet')}
${figure(language.say('Fixed'), formatDifference(-fixed, language), fixed > 0 ? 'good' : 'quiet')}
</dl>
</section>`;
}

function figure(name: string, value: string, tone: Tone | ''): Markup {
  return html`<div><dt>${name}</dt><dd class="${tone}">${value}</dd></div>`;
}
