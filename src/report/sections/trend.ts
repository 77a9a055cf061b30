import { describeMissingPast } from '../../core/history/describe-history.js';
import type { Language } from '../../core/language/language.js';
import { dayOf } from '../../core/plan/day.js';
import type { PlanProgress } from '../../core/plan/plan-progress.js';
import { plannedAt } from '../../core/plan/planned-line.js';
import type { Report, TrendPoint } from '../../core/report/report.js';
import { formatDifference } from '../format/number.js';
import { formatDate } from '../format/time.js';
import { html, type Markup } from '../html/html.js';
import { toneOfChange } from '../parts/count-cells.js';
import { burnDownOf } from '../plot/burn-down.js';
import { burnDownPlot } from '../plot/burn-down-plot.js';

/** How the baseline shrank; nothing where there is too little of it. */
export function trend(report: Report, language: Language): Markup | null {
  const burnDown = burnDownOf(report, language);
  if (burnDown === null) return null;
  const { points, plan } = burnDown;
  const missingPast = report.outlook?.missingPast ?? null;
  return html`<section class="card trend" aria-labelledby="trend">
<h2 id="trend">${language.say('Baseline over time')}</h2>
${burnDownPlot(burnDown, language)}
${missingPast === null ? null : html`<p class="lead">${describeMissingPast(missingPast, language)}</p>`}
<details class="more"><summary>${language.say('The same as a table')}</summary>
<table>
<caption>${language.say('Size of the baseline, newest first')}</caption>
<thead><tr><th scope="col">${language.say('Committed')}</th><th scope="col">${language.say('Commit')}</th><th scope="col" class="number">${language.say('Entries')}</th>${plan === null ? null : html`<th scope="col" class="number">${language.say('Planned')}</th>`}<th scope="col" class="number">${language.say('Change')}</th></tr></thead>
<tbody>
${points.map((point, at) => row(point, points[at - 1], plan, language)).reverse()}
</tbody>
</table>
</details>
</section>`;
}

function row(
  point: TrendPoint,
  previous: TrendPoint | undefined,
  plan: PlanProgress | null,
  language: Language,
): Markup {
  const change = previous === undefined ? 0 : point.total - previous.total;
  const planned =
    plan === null
      ? null
      : html`<td class="number quiet">${language.number(plannedAt(plan.line, dayOf(point.at)))}</td>`;
  return html`<tr><th scope="row">${formatDate(point.at, language)}</th><td><code>${point.commit.slice(0, 8)}</code></td><td class="number">${language.number(point.total)}</td>${planned}<td class="number ${toneOfChange(change)}">${formatDifference(change, language)}</td></tr>
`;
}
