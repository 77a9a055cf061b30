import { formatNumber } from '../../core/number/format-number.js';
import { describePlan, describeSprint } from '../../core/plan/describe-plan.js';
import type { PlanProgress, PlanState, SprintProgress } from '../../core/plan/plan-progress.js';
import { html, type Markup } from '../html/html.js';
import type { Tone } from '../parts/count-cells.js';
import type { Section } from '../parts/section.js';

const TONES: Readonly<Record<PlanState, Tone>> = {
  reached: 'good',
  ahead: 'good',
  waiting: 'quiet',
  behind: 'bad',
  overdue: 'bad',
};

/** Whether the plan holds; nothing where there is none. */
export function plan(progress: PlanProgress | null): Section | null {
  if (progress === null) return null;
  const [state = '', ...more] = describePlan(progress);
  const sprint = progress.state === 'reached' ? null : progress.sprint;
  const others = more.filter((sentence) => sprint === null || sentence !== describeSprint(sprint));
  const content = html`<p class="state ${TONES[progress.state]}">${state}</p>
${sprint === null ? null : meter(sprint)}
<ul class="sentences">${others.map(
    (sentence) => html`<li>${sentence}</li>
`,
  )}</ul>
${steps(progress)}`;
  return { id: 'plan', title: 'Plan', content };
}

/** Width of the meter, in units of the drawing. */
const WIDTH = 200;

/** How much of the sprint's quota is done: a bar, with a mark at the least. */
function meter(sprint: SprintProgress): Markup {
  const { cleared, quota } = sprint;
  const most = Math.max(1, quota.most);
  const done = Math.min(WIDTH, Math.max(0, (cleared / most) * WIDTH));
  const least = Math.min(WIDTH - 1, (quota.least / most) * WIDTH);
  return html`<p class="quota"><svg class="meter" width="${WIDTH}" height="10" aria-hidden="true"><rect class="bar-track" width="${WIDTH}" height="10" rx="2"/><rect class="bar-share" width="${done.toFixed(1)}" height="10" rx="2"/><rect class="meter-mark" x="${least.toFixed(1)}" width="2" height="10"/></svg> <span>${describeSprint(sprint)}</span></p>`;
}

/** The categories in the order in which they are to go. */
function steps({ next }: PlanProgress): Markup | null {
  if (next.length < 2) return null;
  return html`<details class="more"><summary>All categories in their order</summary>
<ol class="steps">${next.map(
    ({ category, count }) => html`<li>${category.title}, ${formatNumber(count)}</li>
`,
  )}</ol></details>`;
}
