import { posix } from 'node:path';
import { dayOf, type EntryOrigin } from '../../core/baseline/line-origin.js';
import type { BranchItemKind } from '../../core/branch/branch-comparison.js';
import { describeCauses } from '../../core/branch/described-item.js';
import type { MatchTier } from '../../core/compare/comparison.js';
import { describeTier } from '../../core/compare/describe-tier.js';
import type { Language } from '../../core/language/language.js';
import { codeSpan } from '../../core/markdown/markdown-text.js';
import type { BranchRow, ShownBranch } from '../../protocol/branch-messages.js';
import type { ProjectId, ProjectSnapshot } from '../../protocol/messages.js';
import type { BranchDetail, BranchRowNode } from './branch-node.js';

/** `2 errors that the branch fixes`, for screen readers and tooltips. */
export function spellSection(kind: BranchItemKind, amount: number, { count }: Language): string {
  switch (kind) {
    case 'introduced':
      return count(
        amount,
        '1 error that the branch introduces and nobody accepted',
        '{0} errors that the branch introduces and nobody accepted',
      );
    case 'accepted':
      return count(
        amount,
        '1 entry that the branch added to the baseline',
        '{0} entries that the branch added to the baseline',
      );
    case 'fixed':
      return count(amount, '1 error that the branch fixes', '{0} errors that the branch fixes');
    case 'moved':
      return count(
        amount,
        '1 error of the base, moved or edited',
        '{0} errors of the base, moved or edited',
      );
  }
}

/** What stands beside the view's title. */
export function describeBranches(branches: readonly ShownBranch[], { say }: Language): string {
  const names = branches.flatMap((branch) => {
    if (branch.kind === 'off' || branch.kind === 'unknown') return [];
    return [say('against {0} ({1})', branch.name, branch.commit.slice(0, 8))];
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
export function describeRow({ row, grouping }: BranchRowNode, language: Language): string {
  const line = row.place === null ? '' : `${row.place.line + 1}`;
  const file = posix.basename(row.path);
  const place = grouping === 'file' ? line : [file, line].filter((part) => part !== '').join(':');
  return [place, remarkOn(row, language)].filter((part) => part !== '').join('  ');
}

function remarkOn(row: BranchRow, { say }: Language): string {
  switch (row.kind) {
    case 'introduced':
      return row.atBase === null ? '' : say('its entry was taken out of the baseline');
    case 'accepted':
      return row.place === null ? say('fixed since') : '';
    case 'fixed':
      return '';
    case 'moved':
      return row.tier === null ? '' : nameTier(row.tier, say);
  }
}

/** By which evidence it is the same error, in a word. */
function nameTier(tier: MatchTier, say: Language['say']): string {
  switch (tier) {
    case 'exact':
      return say('exact');
    case 'moved':
      return say('moved');
    case 'reworded':
      return say('reworded');
    case 'edited':
      return say('edited');
    case 'renamed':
      return say('renamed');
    case 'relocated':
      return say('relocated');
  }
}

/** A row below an item, in words: what it is, and what stands beside that. */
export function describeDetail(
  detail: BranchDetail,
  language: Language,
): {
  readonly label: string;
  readonly description: string;
} {
  const { say } = language;
  switch (detail.kind) {
    case 'cause': {
      // Short, and read after the row above it: the side bar is narrow.
      const folder = posix.dirname(detail.path);
      const label = say('By your change to {0}', posix.basename(detail.path));
      return { label, description: folder === '.' ? '' : folder };
    }
    case 'acceptance': {
      const { reason, origin } = detail;
      return {
        label: reason ?? say('No reason given'),
        description: describeOrigin(origin, language),
      };
    }
    case 'before':
      return { label: detail.text, description: say('before') };
  }
}

function describeOrigin(origin: EntryOrigin, { say }: Language): string {
  switch (origin.kind) {
    case 'committed':
      return `${origin.line.author}, ${dayOf(origin.line)}`;
    case 'uncommitted':
      return say('not committed');
    case 'unknown':
      return '';
  }
}

/** All there is to say of a row, in Markdown. */
export function toRowTooltip({ row, branch }: BranchRowNode, language: Language): string {
  const code = row.code === '' ? '' : ` ${codeSpan(row.code)}`;
  const place = codeSpan(row.place === null ? row.path : `${row.path}:${row.place.line + 1}`);
  const lines = [
    `${codeSpan(row.message)}${code}`,
    row.scope === '' ? place : language.say('{0} in {1}', place, codeSpan(row.scope)),
    row.text === '' ? '' : codeSpan(row.text),
    ...explainRow(row, branch.name, language),
  ];
  return lines.filter((line) => line !== '').join('\n\n');
}

function explainRow(row: BranchRow, base: string, language: Language): readonly string[] {
  const { say } = language;
  const at = codeSpan(base);
  switch (row.kind) {
    case 'introduced': {
      const dropped =
        row.atBase === null ? '' : say('Tolerated at {0}: the branch took its entry out.', at);
      return [explainCause(row, language), dropped];
    }
    case 'accepted':
      return [explainCause(row, language), explainAcceptance(row, language)];
    case 'fixed':
      return [say('As the baseline at {0} has it.', at)];
    case 'moved': {
      const tier =
        row.tier === null
          ? ''
          : say('The same error as at {0}: {1}.', at, describeTier(row.tier, language));
      return [tier, explainChange(row, language)];
    }
  }
}

function explainCause({ causes }: BranchRow, language: Language): string {
  const cause = describeCauses(causes, language, codeSpan);
  if (cause === '') return '';
  return language.say(
    'Probably {0}: the branch did not touch this file, and it imports what the branch changed.',
    cause,
  );
}

/** What is another now than it was at the base. */
function explainChange(
  { atBase: before, path, message, text }: BranchRow,
  { say }: Language,
): string {
  if (before === null) return '';
  const was = [
    before.path === path ? '' : codeSpan(before.path),
    before.message === message ? '' : codeSpan(before.message),
    before.text === text ? '' : codeSpan(before.text),
  ].filter((part) => part !== '');
  return was.length === 0 ? '' : say('It was: {0}', was.join(', '));
}

function explainAcceptance(row: BranchRow, language: Language): string {
  const gone =
    row.place === null ? language.say('The error is fixed since: the entry can go.') : '';
  return [explainReason(row, language), spellOrigin(row.origin, language), gone]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function explainReason({ reason, expires }: BranchRow, { say }: Language): string {
  if (reason === null) {
    return expires === null
      ? say('Accepted without a reason.')
      : say('Accepted without a reason, until {0}.', codeSpan(expires));
  }
  return expires === null
    ? say('Accepted because {0}.', codeSpan(reason))
    : say('Accepted because {0}, until {1}.', codeSpan(reason), codeSpan(expires));
}

function spellOrigin(origin: EntryOrigin, { say }: Language): string {
  switch (origin.kind) {
    case 'committed': {
      const { author, subject, commit } = origin.line;
      const by = [author, subject, commit.slice(0, 10)].map(codeSpan);
      return say('{0} by {1}: {2} ({3}).', dayOf(origin.line), ...by);
    }
    case 'uncommitted':
      return say('Not committed yet.');
    case 'unknown':
      return '';
  }
}
