import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import type { BaselineEntry } from '../core/baseline/baseline.js';
import { dayOf, type EntryOrigin, UNKNOWN_ORIGIN } from '../core/baseline/line-origin.js';
import { findClosest } from '../core/compare/closest-entries.js';
import { describeTier } from '../core/compare/describe-tier.js';
import { findKnownTwins } from '../core/compare/equal-errors.js';
import type { ReconciledError } from '../core/compare/reconciled-error.js';
import { codeSpan } from '../core/markdown/markdown-text.js';
import { showUnseen } from '../core/text/show-unseen.js';
import { listFreeEntries } from '../project/explain-result.js';
import type { ProjectResult, ProjectState } from '../project/project-state.js';

type Origins = ReadonlyMap<BaselineEntry, EntryOrigin>;

/** Finds who wrote entries of the working baseline; null where nobody knows yet. */
export type FindOrigins = (wanted: readonly BaselineEntry[]) => Promise<Origins | null>;

/** Below this an entry has little to do with an error. */
const LEAST_CLOSENESS = 0.6;

/**
 * Why the errors under the cursor are new or baseline, below mypy's own words: since when, by whom
 * and why an error is tolerated, or what came closest to a new one.
 *
 * @param path Of the file, relative to the project's root.
 */
export async function toHover(
  { result, presence }: ProjectState,
  path: string,
  position: Position,
  findOrigins: FindOrigins,
): Promise<Hover | null> {
  if (result === null || presence === 'absent') return null;
  const { errors } = result.reconciliation;
  const under = errors.filter(({ error }) => error.path === path && covers(error.range, position));
  const known = under.flatMap(({ status }) => (status.kind === 'new' ? [] : [status.entry]));
  const origins = await findOrigins(known);
  const parts = under.map((reconciled) => explain(reconciled, result, origins));
  if (parts.length === 0) return null;
  const value = [...new Set(parts)].join('\n\n');
  return { contents: { kind: MarkupKind.Markdown, value } };
}

function covers(range: ReconciledError['error']['range'], { line, character }: Position): boolean {
  const isAfterStart =
    line > range.startLine || (line === range.startLine && character >= range.startCharacter);
  const isBeforeEnd =
    line < range.endLine || (line === range.endLine && character <= range.endCharacter);
  return isAfterStart && isBeforeEnd;
}

function explain(
  reconciled: ReconciledError,
  result: ProjectResult,
  origins: Origins | null,
): string {
  const { error, status } = reconciled;
  if (status.kind === 'new') return explainNew(reconciled, result);
  const { tier, entry } = status;
  const { reason, expires } = entry.acceptance ?? {};
  const lines = [
    `\`${error.code}\` is **baseline**${describeOrigin(status.kind, origins?.get(entry) ?? UNKNOWN_ORIGIN)}`,
  ];
  if (tier !== 'exact') lines.push(`Recognised: ${describeTier(tier)}.`);
  if (entry.text !== error.text && entry.text !== '') lines.push(`It was:\n${fence(entry.text)}`);
  if (reason !== undefined) lines.push(`Accepted because:\n${fence(reason, 'plaintext')}`);
  if (expires !== undefined) lines.push(`Accepted until ${expires}.`);
  return lines.join('\n\n');
}

/** What goes on after `is baseline`. */
function describeOrigin(kind: 'accepted' | 'baseline', origin: EntryOrigin): string {
  switch (origin.kind) {
    case 'unknown':
      return '.';
    case 'uncommitted':
      return kind === 'accepted' ? ': accepted, and not committed yet.' : '.';
    case 'committed': {
      const { author, commit, subject, isOldestKnown } = origin.line;
      const earlier = isOldestKnown ? ', or longer: the clone is shallow' : '';
      const who = author === '' ? '' : ` by ${codeSpan(author)}`;
      const when = `${dayOf(origin.line)}${earlier}`;
      return ` since ${when}: ${codeSpan(commit.slice(0, 10))}${who}, ${codeSpan(subject)}.`;
    }
  }
}

function explainNew({ error }: ReconciledError, result: ProjectResult): string {
  const code = `\`${error.code}\` is **new**`;
  const [twin] = findKnownTwins(error, result.reconciliation.errors);
  if (twin !== undefined) {
    return `${code}: the equal error on line ${twin.start.line} has the entry of the baseline.`;
  }
  const [closest] = findClosest(error, listFreeEntries(result), 1);
  if (closest === undefined || closest.closeness < LEAST_CLOSENESS) {
    return `${code}: no entry of the baseline is left for it.`;
  }
  const { entry, differences } = closest;
  const words = differences.join(', ') || 'nothing that counts';
  return `${code}: no entry of the baseline is left for it. The closest differs in ${words}:\n${fence(
    `${entry.message}\n${entry.text}`,
    'plaintext',
  )}`;
}

/** A block that no text can end before its time. */
function fence(text: string, language = 'python'): string {
  const runs = text.match(/`+/g) ?? [];
  const ticks = '`'.repeat(Math.max(2, ...runs.map((run) => run.length)) + 1);
  return `${ticks}${language}\n${showUnseen(text)}\n${ticks}`;
}
