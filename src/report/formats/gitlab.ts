import { createHash } from 'node:crypto';
import { categoryOf } from '../../core/category/categories.js';
import type { Priority } from '../../core/category/category.js';
import type { Report, ReportedError } from '../../core/report/report.js';
import { visibleText } from '../../core/text/visible-text.js';
import { newErrors } from './new-errors.js';
import { repositoryPath } from './repository-path.js';

/** GitLab's severities go from `info` to `blocker`; a type error is neither. */
const SEVERITIES = { high: 'critical', medium: 'major', low: 'minor' } as const satisfies Readonly<
  Record<Priority, string>
>;

/** The new errors as GitLab's code quality report (docs.gitlab.com/ci/testing/code_quality). */
export function gitlabCodeQuality(report: Report): string {
  const violations = newErrors(report).map((reported) => toViolation(report, reported));
  return `${JSON.stringify(violations, null, 2)}\n`;
}

function toViolation(report: Report, { id, error, category }: ReportedError) {
  const path = repositoryPath(report, error.path);
  return {
    description: visibleText(error.message),
    check_name: error.code === '' ? 'mypy' : error.code,
    fingerprint: fingerprint(path, id),
    severity: SEVERITIES[categoryOf(category).priority],
    // GitLab knows no violation of a whole file: it needs a line.
    location: { path, lines: { begin: Math.max(1, error.start.line) } },
  };
}

/** 64 hex digits. The path makes it unique also among the projects of one repository. */
function fingerprint(path: string, id: string): string {
  return createHash('sha256').update(`${path}\0${id}`).digest('hex');
}
