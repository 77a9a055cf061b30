import type { Language } from '../../core/language/language.js';
import type { PlanProgress } from '../../core/plan/plan-progress.js';
import { html, type Markup } from '../html/html.js';
import type { BurnDown } from './burn-down.js';
import type { BurnDownScales } from './burn-down-scales.js';
import { historyShapes, planShapes } from './burn-down-shapes.js';

/** With more points than this, dots would hide the line. */
const MOST_DOTS = 40;

/** Everything within the axes, in units of the scales. */
export function drawBurnDown({ points, plan, now }: BurnDown, scales: BurnDownScales): Markup {
  const history = historyShapes(points, now, scales);
  const { width } = scales.area;
  return html`<path class="grid" d="${scales.totals.map((total) => `M0 ${scales.y(total)}H${width}`).join('')}"/>
${scales.startsAtZero ? html`<path class="area" d="${history.area}"/>` : null}
${plan === null ? null : drawPlan(plan, now, scales)}
<path class="line" d="${history.line}"/>
${points.length > MOST_DOTS ? null : html`<path class="dots" d="${points.map(({ at, total }) => `M${scales.x(at).toFixed(1)} ${scales.y(total).toFixed(1)}h0`).join('')}"/>`}`;
}

function drawPlan(plan: PlanProgress, now: number, scales: BurnDownScales): Markup {
  const shapes = planShapes(plan, now, scales);
  const { width, height } = scales.area;
  return html`<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" preserveAspectRatio="none" overflow="hidden">
<path class="target" d="M0 ${scales.y(plan.target).toFixed(1)}H${width}"/>
${shapes.range === '' ? null : html`<path class="range" d="${shapes.range}"/>`}
<path class="planned" d="${shapes.line}"/>
${shapes.forecast === '' ? null : html`<path class="forecast" d="${shapes.forecast}"/>`}
</svg>`;
}

/** A line of the plot and what it is. */
export interface LegendEntry {
  readonly name: string;
  readonly shape: 'line' | 'planned' | 'target' | 'forecast';
}

/** What the lines are, where a plan adds some to the baseline's own. */
export function legendOf({ forecast }: PlanProgress, language: Language): readonly LegendEntry[] {
  return [
    { name: language.say('Baseline'), shape: 'line' },
    { name: language.say('Plan'), shape: 'planned' },
    { name: language.say('Target'), shape: 'target' },
    ...(forecast.kind !== 'date'
      ? []
      : [{ name: language.say('Forecast, with its range'), shape: 'forecast' } as const]),
  ];
}

/** A piece of a line as the plot has it, 28 by 12. */
export function drawSample({ shape }: LegendEntry): Markup {
  return html`${shape === 'forecast' ? html`<path class="range" d="M0 0H28V12H0Z"/>` : null}<path class="${shape}" d="M0 6H28"/>`;
}
