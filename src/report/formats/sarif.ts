import type { Acceptance, BaselineEntry } from '../../core/baseline/baseline.js';
import { categorise } from '../../core/category/categorise.js';
import { toIsoTime } from '../../core/date/to-iso-time.js';
import { ErrorNamer } from '../../core/error/error-id.js';
import type { LocatedError, LocatedNote } from '../../core/error/mypy-error.js';
import { ENGLISH } from '../../core/language/language.js';
import { describeProblem } from '../../core/problem/describe-problem.js';
import type { Report, ReportedError } from '../../core/report/report.js';
import { visibleText } from '../../core/text/visible-text.js';
import { toJsonText } from './json-text.js';
import { newErrors } from './new-errors.js';
import { artifactLocation, SOURCE_ROOT } from './sarif/artifact-location.js';
import { RuleTable } from './sarif/rules.js';
import type { SarifResults } from './sarif/sarif-results.js';
import { regionOf } from './text-region.js';

/** A reported error, or an entry whose error is gone. */
interface Finding extends Omit<ReportedError, 'status'> {
  readonly status: ReportedError['status'] | 'fixed';
}

/** The report in SARIF 2.1.0: one run, one result for each error and each fixed entry. */
export function sarifLog(
  report: Report,
  { sarifResults }: { readonly sarifResults: SarifResults },
): string {
  return toJsonText({
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [toRun(report, listFindings(report, sarifResults))],
  });
}

function listFindings(report: Report, sarifResults: SarifResults): readonly Finding[] {
  if (sarifResults === 'new') return newErrors(report);
  return [...report.errors, ...toFixedFindings(report)];
}

function toRun(report: Report, findings: readonly Finding[]): object {
  const table = new RuleTable(
    findings.map(({ error, category }) => ({ code: error.code, category })),
  );
  return {
    tool: {
      driver: {
        name: 'mypy-ratchet',
        version: report.version,
        informationUri: 'https://github.com/mypy-ratchet/mypy-ratchet',
        rules: table.rules,
      },
    },
    // GitHub tells uploads apart by what stands before the last slash, so that the projects of one
    // repository do not close each other's alerts.
    automationDetails: {
      id: report.prefix === '' ? 'mypy-ratchet/' : `mypy-ratchet/${report.prefix}/`,
    },
    invocations: [
      {
        executionSuccessful: true,
        endTimeUtc: toIsoTime(report.checkedAt),
        toolExecutionNotifications: report.problems.map((problem) => ({
          level: 'warning',
          message: { text: visibleText(describeProblem(problem, ENGLISH).message) },
        })),
      },
    ],
    originalUriBaseIds: {
      [SOURCE_ROOT]: { description: { text: 'The top of the repository.' } },
    },
    columnKind: 'utf16CodeUnits',
    results: findings.map((finding) => ({
      ...table.reference(finding.error.code),
      ...toResult(finding, report.prefix),
    })),
    properties: {
      project: report.project,
      baselinePath: report.baselinePath,
      environment: report.environment,
      verdict: report.verdict.kind,
    },
  };
}

function toResult(finding: Finding, prefix: string): object {
  const { id, error, category, status, tier, acceptance } = finding;
  return {
    level: status === 'new' ? 'error' : 'note',
    message: { text: visibleText(error.message) },
    locations: [{ physicalLocation: toPhysicalLocation(error, prefix) }],
    relatedLocations: error.notes.map((note, index) => ({
      // Makes equal notes different: SARIF wants a list without repetitions.
      id: index + 1,
      physicalLocation: toPhysicalLocation(note, prefix),
      message: { text: visibleText(note.message) },
    })),
    partialFingerprints: { 'mypyRatchet/v1': id },
    baselineState: BASELINE_STATES[status],
    // Empty rather than left out: SARIF wants them on all results of a run or on none.
    suppressions: status === 'new' || status === 'fixed' ? [] : toSuppressions(acceptance),
    properties: { category, status, tier },
  };
}

const BASELINE_STATES: Readonly<Record<Finding['status'], string>> = {
  new: 'new',
  accepted: 'unchanged',
  baseline: 'unchanged',
  fixed: 'absent',
};

function toPhysicalLocation(message: LocatedError | LocatedNote, prefix: string): object {
  const region = regionOf(message);
  return {
    artifactLocation: artifactLocation(message.path, prefix),
    ...(region && { region }),
  };
}

function toSuppressions(acceptance: Acceptance | null): readonly object[] {
  if (acceptance?.reason === undefined) return [];
  const { reason, expires } = acceptance;
  return [
    {
      kind: 'external',
      status: 'accepted',
      justification: visibleText(reason),
      ...(expires !== undefined && { properties: { expires } }),
    },
  ];
}

/**
 * Fixed entries under the ids that their errors had. Named after the errors that are still there,
 * because equal ones are told apart by their number.
 */
function toFixedFindings({ errors, fixed }: Report): readonly Finding[] {
  const gone = fixed.map(toPlacelessError);
  const ids = new ErrorNamer().name([...errors.map(({ error }) => error), ...gone]);
  return gone.map((error, index) => ({
    id: ids[errors.length + index] ?? '',
    error,
    category: categorise(error.code, error.message),
    status: 'fixed',
    tier: null,
    acceptance: null,
  }));
}

/** An entry has no line: its error is said to be about the whole file. */
function toPlacelessError({ path, code, scope, message, text }: BaselineEntry): LocatedError {
  const nowhere = { line: 0, column: 0 };
  return {
    path,
    code,
    scope,
    message,
    text,
    start: nowhere,
    end: nowhere,
    range: { startLine: 0, startCharacter: 0, endLine: 0, endCharacter: 0 },
    notes: [],
  };
}
