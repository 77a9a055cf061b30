import type { Language } from '../../core/language/language.js';
import type { PlanProgress } from '../../core/plan/plan-progress.js';
import { html, type Markup } from '../html/html.js';
import type { BurnDown } from './burn-down.js';
import { drawBurnDown, drawSample, legendOf } from './burn-down-drawing.js';
import { PAGE_AREA, scalesOf } from './burn-down-scales.js';

/**
 * The size of a baseline over time, with the plan and the forecast. The drawing stretches; its
 * labels, which must not, stand beside it at shares of its width.
 */
export function burnDownPlot(burnDown: BurnDown, language: Language): Markup {
  const { points, plan, now, summary } = burnDown;
  const scales = scalesOf(points, plan, now, language);
  return html`<div class="plot">
<p class="axis">${language.say('Errors')}</p>
<div class="ticks" aria-hidden="true">${scales.totals.toReversed().map((total) => html`<span>${language.number(total)}</span>`)}</div>
<svg class="drawing" viewBox="0 0 ${PAGE_AREA.width} ${PAGE_AREA.height}" preserveAspectRatio="none" role="img" aria-labelledby="trend-title trend-description">
<title id="trend-title">${language.say('Size of the baseline over time')}</title>
<desc id="trend-description">${summary.join(' ')}</desc>
${drawBurnDown(burnDown, scales)}
</svg>
<svg class="dates" aria-hidden="true">${scales.dates.map(({ at, label }) => html`<text x="${(at * 100).toFixed(1)}%" y="14">${label}</text>`)}</svg>
</div>
${plan === null ? null : legend(plan, language)}`;
}

function legend(plan: PlanProgress, language: Language): Markup {
  return html`<ul class="legend" aria-hidden="true">${legendOf(plan, language).map(
    (entry) =>
      html`<li><svg class="sample" width="28" height="12">${drawSample(entry)}</svg>${entry.name}</li>`,
  )}</ul>`;
}
