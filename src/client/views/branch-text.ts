import { posix } from 'node:path';
import { dayOf, type EntryOrigin } from '../../core/baseline/line-origin.js';
import type { BranchItemKind } from '../../core/branch/branch-comparison.js';
import { describeCauses } from '../../core/branch/described-item.js';
import { kindTitle } from '../../core/branch/kind-title.js';
import { describeTier } from '../../core/compare/describe-tier.js';
import { ENGLISH } from '../../core/language/language.js';
import { codeSpan } from '../../core/markdown/markdown-text.js';
import { formatCount } from '../../core/number/format-number.js';
import type { BranchRow, ShownBranch } from '../../protocol/branch-messages.js';
import type { ProjectId, ProjectSnapshot } from '../../protocol/messages.js';
import type { BranchDetail, BranchRowNode } from './branch-node.js';

/** `introduces 2 errors`, for screen readers and tooltips. */
export function spellSection(kind: BranchItemKind, count: number): string {
  const errors = formatCount(count, 'error');
  switch (kind) {
    case 'introduced':
      return `${errors} that the branch introduces and nobody accepted`;
    case 'accepted':
      return `${formatCount(count, 'entry', 'entries')} that the branch added to the baseline`;
    case 'fixed':
      return `${errors} that the branch fixes`;
    case 'moved':
      return `${errors} of the base, moved or edited`;
  }
}

export function titleOf(kind: BranchItemKind): string {
  return kindTitle(kind, ENGLISH);
}

/** What stands beside the view's title. */
export function describeBranches(branches: readonly ShownBranch[]): string {
  const names = branches.flatMap((branch) => {
    if (branch.kind === 'off' || branch.kind === 'unknown') return [];
    return [`against ${branch.name} (${branch.commit.slice(0, 8)})`];
  });
  return [...new Set(names)].join(', ');
}

/** Why the rows are not of now; empty when they are. */
export function describeStale(
  snapshots: readonly ProjectSnapshot[],
  branchOf: (project: ProjectId) => ShownBranch,
): string {
  const compared = snapshots.filter(({ project }) => branchOf(project).kind === 'compared');
  return [...new Set(compared.flatMap(({ stale }) => stale?.message ?? []))].join('\n');
}

/** What stands beside a row: where it is, and what is unusual about it. */
export function describeRow({ row, grouping }: BranchRowNode): string {
  const line = row.place === null ? '' : `${row.place.line + 1}`;
  const file = posix.basename(row.path);
  const place = grouping === 'file' ? line : [file, line].filter((part) => part !== '').join(':');
  return [place, remarkOn(row)].filter((part) => part !== '').join('  ');
}

function remarkOn(row: BranchRow): string {
  switch (row.kind) {
    case 'introduced':
      return row.atBase === null ? '' : 'its entry was taken out of the baseline';
    case 'accepted':
      return row.place === null ? 'fixed since' : '';
    case 'fixed':
      return '';
    case 'moved':
      return row.tier ?? '';
  }
}

/** A row below an item, in words: what it is, and what stands beside that. */
export function describeDetail(detail: BranchDetail): {
  readonly label: string;
  readonly description: string;
} {
  switch (detail.kind) {
    case 'cause': {
      // Short, and read after the row above it: the side bar is narrow.
      const folder = posix.dirname(detail.path);
      const label = `By your change to ${posix.basename(detail.path)}`;
      return { label, description: folder === '.' ? '' : folder };
    }
    case 'acceptance': {
      const { reason, origin } = detail;
      return { label: reason ?? 'No reason given', description: describeOrigin(origin) };
    }
    case 'before':
      return { label: detail.text, description: 'before' };
  }
}

function describeOrigin(origin: EntryOrigin): string {
  switch (origin.kind) {
    case 'committed':
      return `${origin.line.author}, ${dayOf(origin.line)}`;
    case 'uncommitted':
      return 'not committed';
    case 'unknown':
      return '';
  }
}

/** All there is to say of a row, in Markdown. */
export function toRowTooltip({ row, branch }: BranchRowNode): string {
  const code = row.code === '' ? '' : ` ${codeSpan(row.code)}`;
  const place = row.place === null ? row.path : `${row.path}:${row.place.line + 1}`;
  const scope = row.scope === '' ? '' : ` in ${codeSpan(row.scope)}`;
  const lines = [
    `${codeSpan(row.message)}${code}`,
    `${codeSpan(place)}${scope}`,
    row.text === '' ? '' : codeSpan(row.text),
    ...explainRow(row, branch.name),
  ];
  return lines.filter((line) => line !== '').join('\n\n');
}

function explainRow(row: BranchRow, base: string): readonly string[] {
  const at = codeSpan(base);
  const cause = describeCauses(row.causes, ENGLISH, codeSpan);
  const because =
    cause === ''
      ? ''
      : `Probably ${cause}: the branch did not touch this file, and it imports what the branch changed.`;
  switch (row.kind) {
    case 'introduced': {
      const dropped =
        row.atBase === null ? '' : `Tolerated at ${at}: the branch took its entry out.`;
      return [because, dropped];
    }
    case 'accepted':
      return [because, explainAcceptance(row)];
    case 'fixed':
      return [`As the baseline at ${at} has it.`];
    case 'moved': {
      const tier =
        row.tier === null ? '' : `The same error as at ${at}: ${describeTier(row.tier, ENGLISH)}.`;
      const before = row.atBase;
      if (before === null) return [tier];
      const was = [
        before.path === row.path ? '' : codeSpan(before.path),
        before.message === row.message ? '' : codeSpan(before.message),
        before.text === row.text ? '' : codeSpan(before.text),
      ].filter((part) => part !== '');
      return [tier, ...(was.length === 0 ? [] : [`It was: ${was.join(', ')}`])];
    }
  }
}

function explainAcceptance({ reason, expires, origin, place }: BranchRow): string {
  const why =
    reason === null ? 'Accepted without a reason' : `Accepted because ${codeSpan(reason)}`;
  const until = expires === null ? '' : `, until ${codeSpan(expires)}`;
  const gone = place === null ? ' The error is fixed since: the entry can go.' : '';
  return `${why}${until}.${spellOrigin(origin)}${gone}`;
}

function spellOrigin(origin: EntryOrigin): string {
  switch (origin.kind) {
    case 'committed': {
      const { author, subject, commit } = origin.line;
      const day = dayOf(origin.line);
      return ` ${day} by ${codeSpan(author)}: ${codeSpan(subject)} (${codeSpan(commit.slice(0, 10))}).`;
    }
    case 'uncommitted':
      return ' Not committed yet.';
    case 'unknown':
      return '';
  }
}
