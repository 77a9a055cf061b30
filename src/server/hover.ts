import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import { describeTier } from '../core/compare/describe-tier.js';
import { findKnownTwins } from '../core/compare/equal-errors.js';
import type { ReconciledError } from '../core/compare/reconcile.js';
import { showUnseen } from '../core/text/show-unseen.js';
import type { ProjectState } from '../project/project-state.js';

/**
 * Why the errors under the cursor are new or baseline, below mypy's own words. Silent where there is
 * nothing to say: a known error that its entry describes word for word, and no reason was given.
 *
 * @param path Of the file, relative to the project's root.
 */
export function toHover(
  { result, presence }: ProjectState,
  path: string,
  position: Position,
): Hover | null {
  if (result === null || presence === 'absent') return null;
  const { errors } = result.reconciliation;
  const under = errors.filter(({ error }) => error.path === path && covers(error.range, position));
  const parts = under.flatMap((reconciled) => explain(reconciled, errors) ?? []);
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
  { error, status }: ReconciledError,
  errors: readonly ReconciledError[],
): string | undefined {
  const code = `\`${error.code}\``;
  if (status.kind === 'new') {
    const [twin] = findKnownTwins(error, errors);
    return twin === undefined
      ? `${code} is **new**: no entry of the baseline is left for it.`
      : `${code} is **new**: the equal error on line ${twin.start.line} has the entry of the baseline.`;
  }
  const { tier, entry } = status;
  const { reason, expires } = entry.acceptance ?? {};
  if (tier === 'exact' && reason === undefined && expires === undefined) return undefined;
  const lines = [`${code} is **baseline**: ${describeTier(tier)}.`];
  if (entry.text !== error.text && entry.text !== '') lines.push(`It was:\n${fence(entry.text)}`);
  if (reason !== undefined) lines.push(`Accepted because:\n${fence(reason, '')}`);
  if (expires !== undefined) lines.push(`Accepted until ${expires}.`);
  return lines.join('\n\n');
}

/** A block that no text can end before its time. */
function fence(text: string, language = 'python'): string {
  const runs = text.match(/`+/g) ?? [];
  const ticks = '`'.repeat(Math.max(2, ...runs.map((run) => run.length)) + 1);
  return `${ticks}${language}\n${showUnseen(text)}\n${ticks}`;
}
