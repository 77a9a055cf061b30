import type { BaselineEnvironment } from '../../core/baseline/baseline.js';
import type { Report } from '../../core/report/report.js';
import { formatDuration, timeOfDay } from '../format/time.js';
import { type Content, html, type Markup } from '../html/html.js';

/** When, where and with what the errors were found. */
export function footer(report: Report): Markup {
  const { base, environment } = report;
  const folder = report.prefix === '' ? '' : `${report.prefix}/`;
  return html`<footer>
<h2>About this check</h2>
<dl>
${fact('Checked', html`${timeOfDay(report.checkedAt)}, in ${formatDuration(report.durationMs)}`)}
${fact('Baseline', html`<code>${folder}${report.baselinePath}</code>`)}
${base.kind === 'commit' ? fact('Base', html`${base.name}, <code>${base.commit}</code>`) : null}
${environment === null ? fact('mypy', 'ran elsewhere') : environmentFacts(environment)}
${fact('Written by', `Mypy Ratchet ${report.version}`)}
</dl>
</footer>`;
}

function environmentFacts(environment: BaselineEnvironment): Markup {
  const { mypy, python, platform, config, targets } = environment;
  return html`${fact('mypy', `${mypy} for Python ${python} on ${platform}`)}
${fact('Configuration', html`<code>${config}</code>`)}
${targets.length === 0 ? null : fact('Targets', html`<code>${targets.join(' ')}</code>`)}`;
}

function fact(name: string, value: Content): Markup {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}
