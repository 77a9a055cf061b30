import type { BaselineEntry } from '../core/baseline/baseline.js';
import { BRANCH_ITEM_KINDS, type BranchItem, subjectOf } from '../core/branch/branch-comparison.js';
import type { DescribedItem } from '../core/branch/described-item.js';
import { categoryIdOf, toSection } from '../core/branch/group-branch.js';
import type { Language } from '../core/language/language.js';
import type { BranchState } from '../project/branch/branch-state.js';
import type { BranchRow, ShownBranch } from '../protocol/branch-messages.js';
import { toUri } from './uris.js';

/** A branch as the extension sees it. */
export function toShownBranch(state: BranchState, language: Language): ShownBranch {
  if (state.kind !== 'compared') return state;
  const { name, commit, comparison } = state;
  const sections = BRANCH_ITEM_KINDS.map((kind) => toSection(kind, comparison.items, language));
  return {
    kind: 'compared',
    name,
    commit,
    totals: comparison.summary.totals,
    sections: sections.filter(({ count }) => count > 0),
  };
}

/** @param root Absolute. */
export function toBranchRow(root: string, { item, causes, origin }: DescribedItem): BranchRow {
  const { path, code, scope, message, text } = subjectOf(item);
  const error = item.kind === 'fixed' ? null : item.error;
  const { reason = null, expires = null } = acceptanceOf(item);
  return {
    id: item.id,
    kind: item.kind,
    path,
    uri: toUri(root, path),
    place: error && {
      line: error.range.startLine,
      character: error.range.startCharacter,
      endLine: error.range.endLine,
      endCharacter: error.range.endCharacter,
    },
    code,
    category: categoryIdOf(item),
    scope,
    message,
    text,
    atBase: toAtBase(item),
    tier: item.kind === 'moved' ? item.tier : null,
    causes,
    reason,
    expires,
    origin,
  };
}

function acceptanceOf(item: BranchItem): NonNullable<BaselineEntry['acceptance']> {
  return (item.kind === 'accepted' ? item.entry.acceptance : undefined) ?? {};
}

function toAtBase(item: BranchItem): BranchRow['atBase'] {
  const entry =
    item.kind === 'moved' ? item.entry : item.kind === 'introduced' ? item.atBase : null;
  return entry && { path: entry.path, message: entry.message, text: entry.text };
}
