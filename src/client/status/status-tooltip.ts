import type { CategorySummary } from '../../core/counts/counts.js';
import type { ProjectResult, ProjectSnapshot } from '../../protocol/messages.js';
import { describeCounts, spellCounts } from '../views/counts-text.js';
import { describeFirstCheck, type FormatTime, isRecalled } from '../views/freshness-text.js';
import { isCompared, listProblems } from '../views/tree-model.js';

/** Enough to see where the work lies; the view has the rest. */
const SHOWN_CATEGORIES = 3;

/** The status bar's tooltip in Markdown. `formatTime` words an epoch time in ms for the person. */
export function toStatusTooltip(
  snapshots: readonly ProjectSnapshot[],
  formatTime: FormatTime,
): string {
  const several = snapshots.length > 1;
  return snapshots
    .map((snapshot) => {
      const title = several ? [`**${escapeMarkdown(snapshot.name)}**`] : [];
      return [...title, ...describeProject(snapshot, formatTime)].join('\n\n');
    })
    .join('\n\n---\n\n');
}

function describeProject(snapshot: ProjectSnapshot, formatTime: FormatTime): readonly string[] {
  const { result, checker } = snapshot;
  const compared = isCompared(snapshot);
  const lines = listProblems(snapshot).map(
    ({ message }) => `$(warning) ${escapeMarkdown(message)}`,
  );
  if (result !== null) {
    lines.push(
      escapeMarkdown(spellCounts(result.totals, snapshot)),
      listCategories(result.categories, compared),
    );
    lines.push(describeCheck(snapshot, result, formatTime));
    if (result.authority === 'preview')
      lines.push("By mypy's daemon; plain mypy confirms it when you pause");
  }
  lines.push(describeFirstCheck([snapshot]));
  if (checker !== null) lines.push(escapeMarkdown(checker));
  return lines.filter((line) => line !== '');
}

/** Empty where nothing was checked. */
function describeCheck(
  snapshot: ProjectSnapshot,
  { authority, checkedAt, durationMs }: ProjectResult,
  formatTime: FormatTime,
): string {
  if (authority === 'baseline') return '';
  const checked = `Checked ${formatTime(checkedAt)} in ${formatDuration(durationMs)}`;
  if (isRecalled(snapshot)) return `$(history) ${checked}, in the last session`;
  return snapshot.isOutdated ? `$(history) ${checked}; files changed since` : checked;
}

function listCategories(categories: readonly CategorySummary[], compared: boolean): string {
  return categories
    .slice(0, SHOWN_CATEGORIES)
    .map(
      (counts) => `- ${escapeMarkdown(counts.category.title)}: ${describeCounts(counts, compared)}`,
    )
    .join('\n');
}

/** `0.2 s`, `12 s`. */
export function formatDuration(ms: number): string {
  return ms < 10_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`;
}

/** A message of mypy's may hold what Markdown reads as code, emphasis or a link. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~$&]/g, '\\$&');
}
