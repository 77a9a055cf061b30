import type { Finding, Verdict } from '../../core/gate/verdict.js';
import type { Report, ReportedError } from '../../core/report/report.js';

/** The errors that the baseline does not know, in the order of the report. */
export function newErrors({ errors }: Pick<Report, 'errors'>): readonly ReportedError[] {
  return errors.filter(({ status }) => status === 'new');
}

/** Whether the gate fails for new errors, or the policy only has them told. */
export function failsNewErrors({ failures }: Verdict): boolean {
  return failures.some(({ kind }) => kind === 'new-errors');
}

/** The findings that do not count what a format already lists one by one. */
export function besidesNewErrors(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ kind }) => kind !== 'new-errors');
}
