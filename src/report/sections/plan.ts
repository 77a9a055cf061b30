import { categoryTitle } from '../../core/category/category-title.js';
import type { Language } from '../../core/language/language.js';
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
export function plan(progress: PlanProgress | null, language: Language): Section | null {
  if (progress === null) return null;
  const [state = '', ...more] = describePlan(progress, language);
  const sprint = progress.state === 'reached' ? null : progress.sprint;
  const sprintWords = sprint === null ? '' : describeSprint(sprint, language);
  const others = more.filter((sentence) => sentence !== sprintWords);
  const content = html`<p class="state ${TONES[progress.state]}">${state}</p>
${sprint === null ? null : meter(sprint, sprintWords)}
<ul class="sentences">${others.map(
    (sentence) => html`<li>${sentence}</li>
`,
  )}</ul>
${steps(progress, language)}`;
  return { id: 'plan', title: language.say('Plan'), content };
}

/** Width of the meter, in units of the drawing. */
const WIDTH = 200;

/** How much of the sprint's quota is done: a bar, with a mark at the least. */
function meter({ cleared, quota }: SprintProgress, words: string): Markup {
  const most = Math.max(1, quota.most);
  const done = Math.min(WIDTH, Math.max(0, (cleared / most) * WIDTH));
  const least = Math.min(WIDTH - 1, (quota.least / most) * WIDTH);
  return html`<p class="quota"><svg class="meter" width="${WIDTH}" height="10" aria-hidden="true"><rect class="bar-track" width="${WIDTH}" height="10" rx="2"/><rect class="bar-share" width="${done.toFixed(1)}" height="10" rx="2"/><rect class="meter-mark" x="${least.toFixed(1)}" width="2" height="10"/></svg> <span>${words}</span></p>`;
}

/** The categories in the order in which they are to go. */
function steps({ next }: PlanProgress, language: Language): Markup | null {
  if (next.length < 2) return null;
  return html`<details class="more"><summary>${language.say('All categories in their order')}</summary>
<ol class="steps">${next.map(
    ({
      category,
      count,
    }) => html`<li>${categoryTitle(category.id, language)}, ${language.number(count)}</li>
`,
  )}</ol></details>`;
}
