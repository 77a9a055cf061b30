import { formatNumber } from '../../core/number/format-number.js';
import type { TrendPoint } from '../../core/report/report.js';
import { formatDate } from '../format/time.js';
import { html, type Markup } from '../html/html.js';
import { positionOn, type Scale, scaleOf } from './scale.js';

/** Units of the drawing, which stretches to the width of the page. */
const WIDTH = 1000;
const HEIGHT = 200;

/** With more points than this, dots would hide the line. */
const MOST_DOTS = 40;

/** A line of totals over time. The first point is the oldest; there are at least two. */
export function linePlot(points: readonly TrendPoint[], summary: string): Markup {
  const scale = scaleOf(points.map((point) => point.total));
  const places = points.map((point) => place(point, points, scale));
  const line = `M${places.join('L')}`;
  // An area over a cut axis would make a small change look large.
  const startsAtZero = scale.ticks[0] === 0;
  const [first, last] = [points[0], points.at(-1)];
  return html`<div class="plot">
<div class="ticks" aria-hidden="true">${[...scale.ticks].reverse().map((tick) => html`<span>${formatNumber(tick)}</span>`)}</div>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-labelledby="trend-title trend-description">
<title id="trend-title">Size of the baseline over time</title>
<desc id="trend-description">${summary}</desc>
<path class="grid" d="${scale.ticks.map((tick) => `M0 ${heightOf(tick, scale)}H${WIDTH}`).join('')}"/>
${startsAtZero ? html`<path class="area" d="${line}V${HEIGHT}H0Z"/>` : null}
<path class="line" d="${line}"/>
${points.length > MOST_DOTS ? null : html`<path class="dots" d="${places.map((at) => `M${at}h0`).join('')}"/>`}
</svg>
<p class="dates" aria-hidden="true"><span>${first === undefined ? null : formatDate(first.at)}</span><span>${last === undefined ? null : formatDate(last.at)}</span></p>
</div>`;
}

/** `x y` in units of the drawing. */
function place(point: TrendPoint, points: readonly TrendPoint[], scale: Scale): string {
  const from = points[0]?.at ?? 0;
  const span = (points.at(-1)?.at ?? 0) - from;
  // Commits of one moment have no span; then all stand at the left.
  const x = span === 0 ? 0 : ((point.at - from) / span) * WIDTH;
  return `${x.toFixed(1)} ${heightOf(point.total, scale)}`;
}

function heightOf(value: number, scale: Scale): string {
  return (HEIGHT * (1 - positionOn(scale, value))).toFixed(1);
}
