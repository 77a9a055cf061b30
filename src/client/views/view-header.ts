import type { BaselineCounts } from '../../core/counts/counts.js';
import { errorCount } from '../../core/language/error-count.js';
import type { Language } from '../../core/language/language.js';
import type { ProjectSnapshot } from '../../protocol/messages.js';
import { describeCounts } from './counts-text.js';
import { describeAge, describeFirstCheck, type FormatTime, isOld } from './freshness-text.js';
import { isCompared, listProblems } from './tree-model.js';

/** What stands around the rows of the view. */
export interface ViewHeader {
  /**
   * One or two lines above the rows: why they are old, or what is wrong, else the totals. VS Code
   * does not show a view's description where the view is the only one of its container.
   */
  readonly message: string;
  /** On the icon in the activity bar: the number of new errors. */
  readonly badge: { readonly value: number; readonly tooltip: string } | undefined;
}

/** More lines push the rows out of sight. */
const MAX_MESSAGE_LINES = 2;

/** @param filter What of the rows is shown, in words; empty for all. */
export function toViewHeader(
  snapshots: readonly ProjectSnapshot[],
  formatTime: FormatTime,
  filter: string,
  language: Language,
): ViewHeader {
  const { count, say } = language;
  const several = snapshots.length > 1;
  const lines = snapshots.flatMap((snapshot) =>
    listProblems(snapshot).map(({ message }) =>
      several ? `${snapshot.name}: ${message}` : message,
    ),
  );
  const added = countNewErrors(snapshots);
  const totals = describeTotals(snapshots, formatTime, language);
  const shown = filter === '' || totals === '' ? [totals] : [totals, say('Filter: {0}', filter)];
  return {
    message: describe(lines, shown, snapshots, language),
    badge:
      added === 0
        ? undefined
        : { value: added, tooltip: count(added, '1 new error', '{0} new errors') },
  };
}

/** New errors in all projects; those without a baseline have none. */
export function countNewErrors(snapshots: readonly ProjectSnapshot[]): number {
  return addTotals(snapshots.filter(isCompared)).new;
}

/** The totals of several projects as those of one. */
export function addTotals(snapshots: readonly ProjectSnapshot[]): BaselineCounts {
  const totals = { current: 0, committed: 0, new: 0, fixed: 0 };
  for (const { result } of snapshots) {
    totals.current += result?.totals.current ?? 0;
    totals.committed += result?.totals.committed ?? 0;
    totals.new += result?.totals.new ?? 0;
    totals.fixed += result?.totals.fixed ?? 0;
  }
  return totals;
}

/** Problems come first; totals beside one only when they are old, which the rows do not say. */
function describe(
  problems: readonly string[],
  shown: readonly string[],
  snapshots: readonly ProjectSnapshot[],
  language: Language,
): string {
  if (problems.length > 1) return foldLines(problems, language);
  const isAnyOld = snapshots.some(isOld);
  const lines =
    problems.length === 0
      ? [...shown, describeFirstCheck(snapshots, language)]
      : [...problems, ...(isAnyOld ? shown : [])];
  return lines
    .filter((line) => line !== '')
    .slice(0, MAX_MESSAGE_LINES)
    .join('\n');
}

/**
 * `250 errors  −2, as of 14:02`; empty when there are none, which the view's welcome says better,
 * unless it is old.
 */
function describeTotals(
  snapshots: readonly ProjectSnapshot[],
  formatTime: FormatTime,
  language: Language,
): string {
  const checked = snapshots.filter(({ result }) => result !== null);
  const totals = addTotals(checked);
  const age = describeAge(snapshots, formatTime, language);
  if (totals.current === 0 && totals.committed === 0 && age === '') return '';
  const counts = describeCounts(totals, checked.every(isCompared), language, (count) =>
    errorCount(count, language),
  );
  return age === '' ? counts : `${counts}, ${age}`;
}

function foldLines(lines: readonly string[], { count }: Language): string {
  if (lines.length <= MAX_MESSAGE_LINES) return lines.join('\n');
  const shown = lines.slice(0, MAX_MESSAGE_LINES - 1);
  const rest = lines.length - shown.length;
  return [...shown, count(rest, 'and 1 more problem', 'and {0} more problems')].join('\n');
}
