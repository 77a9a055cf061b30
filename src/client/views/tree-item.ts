import { basename, posix } from 'node:path';
import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { formatCount } from '../../core/number/format-number.js';
import type { ShownProblem } from '../../protocol/messages.js';
import { remedyOf } from '../commands/remedies.js';
import { COMMANDS, NODE_TRAITS } from '../contributions.js';
import { uriOf } from '../project-uri.js';
import { describeCounts, spellCounts } from './counts-text.js';
import { errorIcon, priorityIcon, problemIcon } from './tree-icons.js';
import { isCompared } from './tree-model.js';
import type {
  CountedNode,
  CreateBaselineNode,
  ErrorNode,
  FileNode,
  ProblemNode,
  TreeNode,
} from './tree-node.js';

/** A row as VS Code draws it. */
export function toTreeItem(node: TreeNode): TreeItem {
  switch (node.kind) {
    case 'problem':
      return toProblemItem(node);
    case 'create-baseline':
      return toCreateBaselineItem(node);
    case 'error':
      return toErrorItem(node);
    case 'project':
    case 'category':
    case 'code':
    case 'file':
      return toCountedItem(node);
  }
}

function toProblemItem({ id, snapshot, problem }: ProblemNode): TreeItem {
  const { title, command } = remedyOf(problem);
  const item = new TreeItem(title);
  item.id = id;
  item.iconPath = problemIcon(problem);
  // The whole message stands above the rows.
  item.description = describeLocation(problem);
  item.tooltip = problem.message;
  item.command = { title, command: COMMANDS[command], arguments: [snapshot.project] };
  item.accessibilityInformation = { label: `${problem.message} ${title}`, role: 'button' };
  return item;
}

function describeLocation({ location }: ShownProblem): string {
  return location === undefined ? '' : `${basename(location.path)}:${location.line}`;
}

function toCreateBaselineItem({ id, snapshot }: CreateBaselineNode): TreeItem {
  const title = 'Create Baseline';
  const item = new TreeItem('No baseline yet');
  item.id = id;
  item.iconPath = new ThemeIcon('add');
  item.description = title;
  item.tooltip = `Write the ${formatCount(snapshot.result?.totals.current ?? 0, 'error')} there are now into a baseline. From then on every other error is new.`;
  item.command = { title, command: COMMANDS.createBaseline, arguments: [snapshot.project] };
  item.accessibilityInformation = { label: `No baseline yet. ${title}`, role: 'button' };
  return item;
}

function toCountedItem(node: CountedNode): TreeItem {
  const { snapshot, counts } = node;
  const compared = isCompared(snapshot);
  const hasRows = node.kind === 'project' || counts.current > 0;
  const item = new TreeItem(labelOf(node), collapsibleState(node, hasRows));
  const spelled = spellCounts(counts, snapshot);
  item.id = node.id;
  item.description = describeCounts(counts, compared);
  item.tooltip = spelled;
  item.contextValue = contextOf(node, []);
  item.accessibilityInformation = { label: `${labelOf(node)}, ${spelled}` };
  if (node.kind === 'project') item.iconPath = new ThemeIcon('root-folder');
  if (node.kind === 'category') item.iconPath = priorityIcon(node.counts.category.priority);
  if (node.kind === 'code') {
    item.iconPath = new ThemeIcon('tag');
    item.contextValue = contextOf(node, documentedTraits(node.counts.code));
  }
  if (node.kind === 'file') placeFile(item, node);
  return item;
}

/** A file is drawn with its own icon and decorations, and says which folder it is in. */
function placeFile(item: TreeItem, { snapshot, counts: { path } }: FileNode): void {
  const folder = posix.dirname(path);
  item.resourceUri = uriOf(snapshot, path);
  item.iconPath = ThemeIcon.File;
  if (folder !== '.') item.description = `${item.description}  ${folder}`;
  item.tooltip = `${path}: ${item.tooltip}`;
}

function toErrorItem({ id, snapshot, error }: ErrorNode): TreeItem {
  const compared = isCompared(snapshot);
  // Line numbers are 1-based wherever a person reads them.
  const line = error.line + 1;
  const item = new TreeItem(error.message.split('\n', 1)[0] ?? '');
  item.id = id;
  item.description = `${line}`;
  item.iconPath = errorIcon(error.status, compared);
  item.tooltip = `${error.path}:${line}: ${error.message}${error.code === '' ? '' : `  [${error.code}]`}`;
  item.command = { title: 'Open', command: COMMANDS.openError, arguments: [error] };
  const acceptable = compared && error.status === 'new' ? [NODE_TRAITS.acceptable] : [];
  item.contextValue = [NODE_TRAITS.error, ...acceptable, ...documentedTraits(error.code)].join(' ');
  item.accessibilityInformation = {
    label: `${compared && error.status === 'new' ? 'new: ' : ''}${error.message}, line ${line}`,
  };
  return item;
}

function labelOf(node: CountedNode): string {
  switch (node.kind) {
    case 'project':
      return node.snapshot.name;
    case 'category':
      return node.counts.category.title;
    case 'code':
      return node.counts.code === '' ? 'without an error code' : node.counts.code;
    case 'file':
      return posix.basename(node.counts.path);
  }
}

function collapsibleState({ kind }: CountedNode, hasRows: boolean): TreeItemCollapsibleState {
  if (kind === 'project') return TreeItemCollapsibleState.Expanded;
  return hasRows ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
}

function contextOf({ kind, snapshot, counts }: CountedNode, traits: readonly string[]): string {
  const acceptable = isCompared(snapshot) && counts.new > 0 ? [NODE_TRAITS.acceptable] : [];
  return [kind, ...acceptable, ...traits].join(' ');
}

function documentedTraits(code: string): readonly string[] {
  return code === '' ? [] : [NODE_TRAITS.documented];
}
