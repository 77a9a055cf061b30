import { formatCount, formatNumber } from '../../core/number/format-number.js';
import type { TrendPoint } from '../../core/report/report.js';
import { formatDifference } from '../format/number.js';
import { formatDate } from '../format/time.js';
import { html, type Markup } from '../html/html.js';
import { toneOfChange } from '../parts/count-cells.js';
import { linePlot } from '../plot/line-plot.js';

/** How the baseline shrank; nothing where the history has fewer than two points. */
export function trend(points: readonly TrendPoint[]): Markup | null {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2) return null;
  const summary = `From ${formatNumber(first.total)} on ${formatDate(first.at)} to ${formatNumber(last.total)} on ${formatDate(last.at)}, in ${formatCount(points.length, 'commit')}.`;
  return html`<section class="card trend" aria-labelledby="trend">
<h2 id="trend">Baseline over time</h2>
${linePlot(points, summary)}
<details class="more"><summary>The same as a table</summary>
<table>
<caption>Size of the baseline, newest first</caption>
<thead><tr><th scope="col">Committed</th><th scope="col">Commit</th><th scope="col" class="number">Entries</th><th scope="col" class="number">Change</th></tr></thead>
<tbody>
${points.map((point, at) => row(point, points[at - 1])).reverse()}
</tbody>
</table>
</details>
</section>`;
}

function row(point: TrendPoint, previous: TrendPoint | undefined): Markup {
  const change = previous === undefined ? 0 : point.total - previous.total;
  return html`<tr><th scope="row">${formatDate(point.at)}</th><td><code>${point.commit.slice(0, 8)}</code></td><td class="number">${formatNumber(point.total)}</td><td class="number ${toneOfChange(change)}">${formatDifference(change)}</td></tr>
`;
}
