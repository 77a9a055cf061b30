import { formatNumber } from '../../core/number/format-number.js';
import type { PlanProgress } from '../../core/plan/plan-progress.js';
import type { TrendPoint } from '../../core/report/report.js';
import { html, type Markup } from '../html/html.js';
import { type BurnDownScales, HEIGHT, scalesOf, WIDTH } from './burn-down-scales.js';
import { historyShapes, planShapes } from './burn-down-shapes.js';

/** With more points than this, dots would hide the line. */
const MOST_DOTS = 40;

/** What a plot shows. */
export interface BurnDown {
  /** Oldest first; at least one. */
  readonly points: readonly TrendPoint[];
  readonly plan: PlanProgress | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * The size of a baseline over time, with the plan and the forecast. The drawing stretches; its
 * labels, which must not, stand beside it at shares of its width.
 */
export function burnDownPlot({ points, plan, now }: BurnDown, summary: string): Markup {
  const scales = scalesOf(points, plan, now);
  const history = historyShapes(points, now, scales);
  return html`<div class="plot">
<p class="axis">Errors</p>
<div class="ticks" aria-hidden="true">${scales.totals.toReversed().map((total) => html`<span>${formatNumber(total)}</span>`)}</div>
<svg class="drawing" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-labelledby="trend-title trend-description">
<title id="trend-title">Size of the baseline over time</title>
<desc id="trend-description">${summary}</desc>
<path class="grid" d="${scales.totals.map((total) => `M0 ${scales.y(total)}H${WIDTH}`).join('')}"/>
${scales.startsAtZero ? html`<path class="area" d="${history.area}"/>` : null}
${plan === null ? null : planMarkup(plan, now, scales)}
<path class="line" d="${history.line}"/>
${points.length > MOST_DOTS ? null : html`<path class="dots" d="${points.map(({ at, total }) => `M${scales.x(at).toFixed(1)} ${scales.y(total).toFixed(1)}h0`).join('')}"/>`}
</svg>
<svg class="dates" aria-hidden="true">${scales.dates.map(({ at, label }) => html`<text x="${(at * 100).toFixed(1)}%" y="14">${label}</text>`)}</svg>
</div>
${plan === null ? null : legend(plan)}`;
}

function planMarkup(plan: PlanProgress, now: number, scales: BurnDownScales): Markup {
  const shapes = planShapes(plan, now, scales);
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" preserveAspectRatio="none" overflow="hidden">
<path class="target" d="M0 ${scales.y(plan.target).toFixed(1)}H${WIDTH}"/>
${shapes.range === '' ? null : html`<path class="range" d="${shapes.range}"/>`}
<path class="planned" d="${shapes.line}"/>
${shapes.forecast === '' ? null : html`<path class="forecast" d="${shapes.forecast}"/>`}
</svg>`;
}

function legend({ forecast }: PlanProgress): Markup {
  const entries = [
    { name: 'Baseline', shape: 'line' },
    { name: 'Plan', shape: 'planned' },
    { name: 'Target', shape: 'target' },
    ...(forecast.kind !== 'date' ? [] : [{ name: 'Forecast, with its range', shape: 'forecast' }]),
  ];
  return html`<ul class="legend" aria-hidden="true">${entries.map(
    ({ name, shape }) =>
      html`<li><svg class="sample" width="28" height="12">${shape === 'forecast' ? html`<path class="range" d="M0 0H28V12H0Z"/>` : null}<path class="${shape}" d="M0 6H28"/></svg>${name}</li>`,
  )}</ul>`;
}
