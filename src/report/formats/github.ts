import { describeFinding } from '../../core/gate/describe-finding.js';
import type { Finding } from '../../core/gate/verdict.js';
import { ENGLISH } from '../../core/language/language.js';
import type { Report, ReportedError } from '../../core/report/report.js';
import { besidesNewErrors, failsNewErrors, newErrors } from './new-errors.js';
import { repositoryPath } from './repository-path.js';
import { formatCommand, type Level, type Properties } from './workflow-command.js';

const TITLE = 'Mypy Ratchet';

/**
 * Workflow commands of GitHub Actions, one a line, each line ended; empty when there is nothing to
 * say. GitHub shows the first ten of each level in a step, so the rules that fail come before the
 * errors. New errors are warnings where the gate does not fail for them.
 */
export function githubAnnotations(report: Report): string {
  const { failures, warnings } = report.verdict;
  const level = failsNewErrors(report.verdict) ? 'error' : 'warning';
  return [
    ...besidesNewErrors(failures).map((finding) => annotateFinding('error', finding)),
    ...newErrors(report).map((error) => annotateNew(level, report, error)),
    ...besidesNewErrors(warnings).map((finding) => annotateFinding('warning', finding)),
    ...report.errors
      .filter(({ status }) => status === 'accepted')
      .map((error) => annotateAccepted(report, error)),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function annotateFinding(level: Level, finding: Finding): string {
  return formatCommand(level, { title: TITLE }, describeFinding(finding, ENGLISH));
}

function annotateNew(level: Level, report: Report, reported: ReportedError): string {
  const { error, acceptance } = reported;
  const expired = acceptance?.expires;
  const lines = [
    error.message,
    ...error.notes.map(({ message }) => `note: ${message}`),
    ...(expired === undefined ? [] : [`Accepted until ${expired}.`]),
  ];
  const title = `New mypy error${formatCode(error.code)}`;
  return formatCommand(level, { ...placeOf(report, reported), title }, lines.join('\n'));
}

function annotateAccepted(report: Report, reported: ReportedError): string {
  const { error, acceptance } = reported;
  const until = acceptance?.expires === undefined ? '' : ` (until ${acceptance.expires})`;
  const reason = acceptance?.reason ?? 'no reason given';
  const title = `Accepted mypy error${formatCode(error.code)}`;
  const place = placeOf(report, reported);
  return formatCommand('notice', { ...place, title }, `${reason}${until}\n${error.message}`);
}

function formatCode(code: string): string {
  return code === '' ? '' : ` [${code}]`;
}

/**
 * Lines and columns 1-based, the end inclusive, columns in UTF-16 code units. GitHub takes columns
 * only where both ends are on one line.
 */
function placeOf(report: Report, { error }: ReportedError): Properties {
  const file = repositoryPath(report, error.path);
  if (error.start.line === 0) return { file };
  const { startLine, startCharacter, endLine, endCharacter } = error.range;
  const lines = { file, line: startLine + 1, endLine: endLine + 1 };
  if (startLine !== endLine) return lines;
  const col = startCharacter + 1;
  return { ...lines, col, endColumn: Math.max(col, endCharacter) };
}
