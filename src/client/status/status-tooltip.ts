import { categoryTitle } from '../../core/category/category-title.js';
import type { CategorySummary } from '../../core/counts/counts.js';
import type { Language } from '../../core/language/language.js';
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
  language: Language,
): string {
  const several = snapshots.length > 1;
  return snapshots
    .map((snapshot) => {
      const title = several ? [`**${escapeMarkdown(snapshot.name)}**`] : [];
      return [...title, ...describeProject(snapshot, formatTime, language)].join('\n\n');
    })
    .join('\n\n---\n\n');
}

function describeProject(
  snapshot: ProjectSnapshot,
  formatTime: FormatTime,
  language: Language,
): readonly string[] {
  const { result, checker } = snapshot;
  const compared = isCompared(snapshot);
  const lines = listProblems(snapshot).map(
    ({ message }) => `$(warning) ${escapeMarkdown(message)}`,
  );
  if (result !== null) {
    lines.push(
      escapeMarkdown(spellCounts(result.totals, snapshot, language)),
      listCategories(result.categories, compared, language),
    );
    lines.push(describeCheck(snapshot, result, formatTime, language));
    if (result.authority === 'preview')
      lines.push(language.say("By mypy's daemon; plain mypy confirms it when you pause"));
  }
  lines.push(describeFirstCheck([snapshot], language));
  if (checker !== null) lines.push(escapeMarkdown(checker));
  return lines.filter((line) => line !== '');
}

/** Empty where nothing was checked. */
function describeCheck(
  snapshot: ProjectSnapshot,
  { authority, checkedAt, durationMs }: ProjectResult,
  formatTime: FormatTime,
  language: Language,
): string {
  if (authority === 'baseline') return '';
  const [moment, duration] = [formatTime(checkedAt), formatDuration(durationMs, language)];
  if (isRecalled(snapshot)) {
    return `$(history) ${language.say('Checked {0} in {1}, in the last session', moment, duration)}`;
  }
  return snapshot.isOutdated
    ? `$(history) ${language.say('Checked {0} in {1}; files changed since', moment, duration)}`
    : language.say('Checked {0} in {1}', moment, duration);
}

function listCategories(
  categories: readonly CategorySummary[],
  compared: boolean,
  language: Language,
): string {
  return categories
    .slice(0, SHOWN_CATEGORIES)
    .map(
      (counts) =>
        `- ${escapeMarkdown(categoryTitle(counts.category.id, language))}: ${describeCounts(counts, compared, language)}`,
    )
    .join('\n');
}

/** `0.2 s`, `12 s`. */
export function formatDuration(ms: number, { decimal }: Language): string {
  return ms < 10_000 ? `${decimal(ms / 1000)} s` : `${Math.round(ms / 1000)} s`;
}

/** A message of mypy's may hold what Markdown reads as code, emphasis or a link. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~$&]/g, '\\$&');
}
