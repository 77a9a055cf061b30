import { describeFinding, describeVerdict } from '../../core/gate/describe-finding.js';
import type { Verdict } from '../../core/gate/verdict.js';
import { type Language, type Phrase, phrase } from '../../core/language/language.js';
import { describeProblem } from '../../core/problem/describe-problem.js';
import type { Report } from '../../core/report/report.js';
import { describeBase } from '../format/base.js';
import { timeOfDay } from '../format/time.js';
import { html, type Markup } from '../html/html.js';

type Weight = 'fails' | 'warns' | 'note';

const LABELS: Readonly<Record<Weight, Phrase>> = {
  fails: phrase('Fails'),
  warns: phrase('Warning'),
  note: phrase('Note'),
};

/** The strokes of a sign in a circle, on a field of 24 by 24. */
const SIGNS: Readonly<Record<Verdict['kind'], string>> = {
  pass: 'M7 12.5l3.4 3.4L17 9',
  stale: 'M12 7v6M12 16.5v.1',
  regressions: 'M8.5 8.5l7 7M15.5 8.5l-7 7',
};

/** What the check says, in one look. */
export function masthead(report: Report, language: Language): Markup {
  const { verdict, problems } = report;
  const item = (weight: Weight, sentence: string) => findingItem(weight, sentence, language);
  const findings = [
    ...verdict.failures.map((finding) => item('fails', describeFinding(finding, language))),
    ...verdict.warnings.map((finding) => item('warns', describeFinding(finding, language))),
    ...problems.map((problem) => item('note', describeProblem(problem, language).message)),
  ];
  const against = language.say('against {0}', describeBase(report.base, language));
  return html`<header class="masthead masthead-${verdict.kind}">
<p class="eyebrow"><strong>${report.project}</strong> <span>${against}</span> <span>${timeOfDay(report.checkedAt, language)}</span></p>
<h1>${verdictSign(verdict.kind)}<span>${describeVerdict(verdict, language)}</span></h1>
${findings.length === 0 ? null : html`<ul class="findings">${findings}</ul>`}
</header>`;
}

function findingItem(weight: Weight, sentence: string, language: Language): Markup {
  return html`<li><span class="label label-${weight}">${language.express(LABELS[weight])}</span><span class="sentence">${sentence}</span></li>
`;
}

function verdictSign(kind: Verdict['kind']): Markup {
  return html`<svg class="sign" viewBox="0 0 24 24" width="36" height="36" aria-hidden="true"><circle cx="12" cy="12" r="11"/><path d="${SIGNS[kind]}"/></svg>`;
}
