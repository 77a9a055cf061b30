import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { BranchItemKind } from '../../core/branch/branch-comparison.js';
import { kindTitle } from '../../core/branch/kind-title.js';
import { CATEGORIES } from '../../core/category/categories.js';
import { errorCount } from '../../core/language/error-count.js';
import type { Language } from '../../core/language/language.js';
import { COMMANDS, NODE_TRAITS } from '../contributions.js';
import { uriOf } from '../project-uri.js';
import { listDetails } from './branch-model.js';
import type {
  BranchDetail,
  BranchDetailNode,
  BranchGroupNode,
  BranchNode,
  BranchNoticeNode,
  BranchProjectNode,
  BranchRowNode,
  BranchSectionNode,
} from './branch-node.js';
import {
  describeBranches,
  describeDetail,
  describeRow,
  spellSection,
  toRowTooltip,
} from './branch-text.js';
import { priorityIcon } from './tree-icons.js';

/** A row of the branch view as VS Code draws it. */
export function toBranchTreeItem(node: BranchNode, language: Language): TreeItem {
  switch (node.kind) {
    case 'branch-project':
      return toProjectItem(node, language);
    case 'branch-notice':
      return toNoticeItem(node, language);
    case 'branch-section':
      return toSectionItem(node, language);
    case 'branch-group':
      return toGroupItem(node, language);
    case 'branch-row':
      return toRowItem(node, language);
    case 'branch-detail':
      return toDetailItem(node, language);
  }
}

function toProjectItem({ id, snapshot, branch }: BranchProjectNode, language: Language): TreeItem {
  const item = new TreeItem(snapshot.name, TreeItemCollapsibleState.Expanded);
  item.id = id;
  item.iconPath = new ThemeIcon('root-folder');
  const compared = describeBranches([branch], language);
  item.description = compared;
  item.accessibilityInformation = { label: `${snapshot.name}, ${compared}` };
  return item;
}

function toNoticeItem(
  { id, snapshot, message, isProblem }: BranchNoticeNode,
  { say }: Language,
): TreeItem {
  const item = new TreeItem(message);
  item.id = id;
  item.tooltip = message;
  item.iconPath = isProblem
    ? new ThemeIcon('warning', new ThemeColor('list.warningForeground'))
    : new ThemeIcon('info');
  item.accessibilityInformation = { label: message };
  if (isProblem) {
    const title = say('Compare With…');
    item.command = { title, command: COMMANDS.compareWith, arguments: [snapshot.project] };
    item.accessibilityInformation = { label: `${message} ${title}`, role: 'button' };
  }
  return item;
}

function toSectionItem(
  { id, section: { kind, count } }: BranchSectionNode,
  language: Language,
): TreeItem {
  const spelled = spellSection(kind, count, language);
  const title = kindTitle(kind, language);
  const state = isRead(kind)
    ? TreeItemCollapsibleState.Expanded
    : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(title, state);
  item.id = id;
  item.description = language.number(count);
  item.tooltip = spelled;
  item.iconPath = sectionIcon(kind);
  item.accessibilityInformation = { label: `${title}: ${spelled}` };
  return item;
}

/** Told apart by shape as well as by colour. */
function sectionIcon(kind: BranchItemKind): ThemeIcon {
  switch (kind) {
    case 'introduced':
      return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
    case 'accepted':
      return new ThemeIcon('pass', new ThemeColor('list.warningForeground'));
    case 'fixed':
      return new ThemeIcon('check-all', new ThemeColor('charts.green'));
    case 'moved':
      return new ThemeIcon('arrow-swap');
  }
}

function toGroupItem(
  { id, snapshot, grouping, group }: BranchGroupNode,
  language: Language,
): TreeItem {
  const item = new TreeItem(group.title, TreeItemCollapsibleState.Collapsed);
  item.id = id;
  item.description = language.number(group.count);
  const errors = errorCount(group.count, language);
  item.accessibilityInformation = { label: `${group.title}, ${errors}` };
  if (grouping === 'file') {
    item.resourceUri = uriOf(snapshot, group.key);
    item.iconPath = ThemeIcon.File;
  } else {
    const category = CATEGORIES.find((one) => one.id === group.key);
    item.iconPath = priorityIcon(category?.priority ?? 'low');
  }
  return item;
}

function toRowItem(node: BranchRowNode, language: Language): TreeItem {
  const { id, row } = node;
  const state = isRead(row.kind)
    ? TreeItemCollapsibleState.Expanded
    : TreeItemCollapsibleState.Collapsed;
  const hasRows = listDetails(node).length > 0;
  const label = row.message.split('\n', 1)[0] ?? '';
  const item = new TreeItem(label, hasRows ? state : TreeItemCollapsibleState.None);
  item.id = id;
  const description = describeRow(node, language);
  item.description = description;
  item.tooltip = new MarkdownString(toRowTooltip(node, language));
  item.iconPath = rowIcon(row.kind);
  item.contextValue = NODE_TRAITS.branchRow;
  item.command = {
    title: language.say('Open'),
    command: COMMANDS.openBranchRow,
    arguments: [node],
  };
  item.accessibilityInformation = { label: `${row.message}, ${row.path}, ${description}` };
  return item;
}

function toDetailItem(node: BranchDetailNode, language: Language): TreeItem {
  const { id, detail } = node;
  const { label, description } = describeDetail(detail, language);
  const item = new TreeItem(label);
  item.id = id;
  item.description = description;
  item.tooltip = [label, description].filter((part) => part !== '').join(' · ');
  item.accessibilityInformation = { label: item.tooltip };
  item.iconPath = detailIcon(detail);
  if (detail.kind === 'cause') {
    const { say } = language;
    item.command = { title: say('Open'), command: COMMANDS.openBranchChanges, arguments: [node] };
    const spoken = say('Broken by your change to {0}', detail.path);
    item.accessibilityInformation = { label: spoken, role: 'button' };
    item.tooltip = say(
      '{0} was changed on this branch, and the file with the error, which was not, imports it.',
      detail.path,
    );
  }
  return item;
}

function detailIcon({ kind }: BranchDetail): ThemeIcon {
  switch (kind) {
    case 'cause':
      return new ThemeIcon('git-compare');
    case 'acceptance':
      return new ThemeIcon('comment');
    case 'before':
      return new ThemeIcon('history');
  }
}

/** What a reviewer has to decide on is open; the rest is good to know. */
function isRead(kind: BranchItemKind): boolean {
  return kind === 'introduced' || kind === 'accepted';
}

function rowIcon(kind: BranchItemKind): ThemeIcon {
  return kind === 'introduced' ? sectionIcon(kind) : new ThemeIcon('circle-small-filled');
}
