import { randomUUID } from 'node:crypto';
import { describeFinding, describeVerdict } from '../core/gate/describe-finding.js';
import { ENGLISH } from '../core/language/language.js';
import type { Report } from '../core/report/report.js';
import { githubAnnotations } from '../report/formats/github.js';
import { NO_VERDICT } from '../report/formats/markdown-failure.js';
import { textReport } from '../report/formats/text.js';
import { formatCommand, type Level } from '../report/formats/workflow-command.js';

const TITLE = 'Mypy Ratchet';

/** The log of a run that came to a verdict: the report to read, and its annotations. */
export function logReport(report: Report): string {
  return `${plainLog(textReport(report, { colors: false }))}${headline(report)}${githubAnnotations(withoutFailures(report))}`;
}

/** The one annotation of a run that came to none. */
export function logFailure(words: string): string {
  return logMessage('error', `${NO_VERDICT}: ${words}`);
}

/** One annotation that belongs to no line. */
export function logMessage(level: Level, message: string): string {
  return `${formatCommand(level, { title: TITLE }, message)}\n`;
}

/** Why the step fails, before all others: GitHub shows ten annotations of each level. */
function headline({ verdict }: Report): string {
  if (verdict.kind === 'pass') return '';
  const findings = verdict.failures.map((finding) => describeFinding(finding, ENGLISH)).join('; ');
  return logMessage('error', `${describeVerdict(verdict, ENGLISH)}: ${findings}`);
}

/** The failures are in the headline; that new errors are among them decides on their level. */
function withoutFailures(report: Report): Report {
  const failures = report.verdict.failures.filter(({ kind }) => kind === 'new-errors');
  return { ...report, verdict: { ...report.verdict, failures } };
}

/** Text in which the runner obeys no workflow command. */
function plainLog(text: string): string {
  const token = randomUUID();
  return `::stop-commands::${token}\n${text.trimEnd()}\n::${token}::\n`;
}
