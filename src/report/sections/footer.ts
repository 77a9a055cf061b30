import type { BaselineEnvironment } from '../../core/baseline/baseline.js';
import type { Language } from '../../core/language/language.js';
import type { Report } from '../../core/report/report.js';
import { formatDuration, timeOfDay } from '../format/time.js';
import { type Content, html, type Markup } from '../html/html.js';
import { place } from '../html/place.js';

/** When, where and with what the errors were found. */
export function footer(report: Report, language: Language): Markup {
  const { base, environment } = report;
  const folder = report.prefix === '' ? '' : `${report.prefix}/`;
  const checked = place(
    language.say('{0}, in {1}'),
    timeOfDay(report.checkedAt, language),
    formatDuration(report.durationMs, language),
  );
  return html`<footer>
<h2>${language.say('About this check')}</h2>
<dl>
${fact(language.say('Checked'), checked)}
${fact(language.say('Baseline'), html`<code>${folder}${report.baselinePath}</code>`)}
${base.kind === 'commit' ? fact(language.say('Base'), html`${base.name}, <code>${base.commit}</code>`) : null}
${environment === null ? fact('mypy', language.say('ran elsewhere')) : environmentFacts(environment, language)}
${fact(language.say('Written by'), `Mypy Ratchet ${report.version}`)}
</dl>
</footer>`;
}

function environmentFacts(environment: BaselineEnvironment, language: Language): Markup {
  const { mypy, python, platform, config, targets } = environment;
  return html`${fact('mypy', language.say('{0} for Python {1} on {2}', mypy, python, platform))}
${fact(language.say('Configuration'), html`<code>${config}</code>`)}
${targets.length === 0 ? null : fact(language.say('Targets'), html`<code>${targets.join(' ')}</code>`)}`;
}

function fact(name: string, value: Content): Markup {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}
