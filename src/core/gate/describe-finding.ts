import { categoryOf } from '../category/categories.js';
import { formatCount, formatNumber } from '../number/format-number.js';
import type { CapPart } from './gate-policy.js';
import type { Finding, Verdict } from './verdict.js';

/** One sentence for a finding, without its end mark. */
export function describeFinding(finding: Finding): string {
  switch (finding.kind) {
    case 'new-errors': {
      const expired =
        finding.expired === 0 ? '' : `, ${formatNumber(finding.expired)} of them expired`;
      return `${formatCount(finding.count, 'new error')}${expired}`;
    }
    case 'lost-entries': {
      const { count, deletedFile } = finding;
      return deletedFile === null
        ? `${formatCount(count, 'error')} whose line was taken out of the baseline file by hand: "mypy-ratchet shrink" puts it back`
        : `${formatCount(count, 'error')} whose baseline file was deleted: "git checkout HEAD -- ${deletedFile}" puts it back`;
    }
    case 'baseline-grown':
      return `the baseline grew by ${formatCount(finding.count, 'entry', 'entries')} without a reason since ${finding.base}`;
    case 'growth-unchecked':
      return `whether the baseline grew was not checked: ${finding.why}`;
    case 'stale-entries':
      return `${formatCount(finding.count, 'entry', 'entries')} of the baseline ${finding.count === 1 ? 'is' : 'are'} fixed: "mypy-ratchet shrink" removes ${finding.count === 1 ? 'it' : 'them'}`;
    case 'increase-exceeded':
      return `${formatCount(finding.current, 'error')}, ${formatNumber(finding.allowed)} are allowed (baseline ${formatNumber(finding.committed)})`;
    case 'cap-exceeded':
      return `${formatCount(finding.current, 'error')} in ${describePart(finding.part)}, ${formatNumber(finding.max)} are allowed`;
  }
}

/** The verdict in a few words: the headline of every report. */
export function describeVerdict({ kind }: Verdict): string {
  switch (kind) {
    case 'pass':
      return 'The type debt did not grow';
    case 'stale':
      return 'Fixed errors still stand in the baseline';
    case 'regressions':
      return 'The type debt grew';
  }
}

function describePart(part: CapPart): string {
  switch (part.kind) {
    case 'total':
      return 'all';
    case 'category':
      return categoryOf(part.category).title;
    case 'code':
      return `[${part.code}]`;
    case 'directory':
      return part.path;
  }
}
