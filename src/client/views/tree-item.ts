import { basename, posix } from 'node:path';
import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { categoryTitle } from '../../core/category/category-title.js';
import type { Language } from '../../core/language/language.js';
import type { ShownProblem } from '../../protocol/messages.js';
import { remedyOf } from '../commands/remedies.js';
import { COMMANDS, NODE_TRAITS } from '../contributions.js';
import { uriOf } from '../project-uri.js';
import { describeCounts, spellCounts } from './counts-text.js';
import { errorIcon, priorityIcon, problemIcon } from './tree-icons.js';
import { isCompared } from './tree-model.js';
import {
  type CountedNode,
  type CreateBaselineNode,
  countsOf,
  type ErrorNode,
  type GroupNode,
  type ProblemNode,
  type TreeNode,
} from './tree-node.js';

/** A row as VS Code draws it. */
export function toTreeItem(node: TreeNode, language: Language): TreeItem {
  switch (node.kind) {
    case 'problem':
      return toProblemItem(node, language);
    case 'create-baseline':
      return toCreateBaselineItem(node, language);
    case 'error':
      return toErrorItem(node, language);
    case 'project':
    case 'group':
      return toCountedItem(node, language);
  }
}

function toProblemItem({ id, snapshot, problem }: ProblemNode, language: Language): TreeItem {
  const { title, command } = remedyOf(problem, language);
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

function toCreateBaselineItem(
  { id, snapshot }: CreateBaselineNode,
  { count, say }: Language,
): TreeItem {
  const title = say('Create Baseline');
  const item = new TreeItem(say('No baseline yet'));
  item.id = id;
  item.iconPath = new ThemeIcon('add');
  item.description = title;
  item.tooltip = count(
    snapshot.result?.totals.current ?? 0,
    'Write the 1 error there is now into a baseline. From then on every other error is new.',
    'Write the {0} errors there are now into a baseline. From then on every other error is new.',
  );
  item.command = { title, command: COMMANDS.createBaseline, arguments: [snapshot.project] };
  item.accessibilityInformation = {
    label: say('No baseline yet. Create Baseline'),
    role: 'button',
  };
  return item;
}

function toCountedItem(node: CountedNode, language: Language): TreeItem {
  const { snapshot } = node;
  const counts = countsOf(node);
  const compared = isCompared(snapshot);
  const hasRows = node.kind === 'project' || counts.current > 0;
  const label = labelOf(node, language);
  const item = new TreeItem(label, collapsibleState(node, hasRows));
  const spelled = spellCounts(counts, snapshot, language);
  item.id = node.id;
  item.description = describeCounts(counts, compared, language);
  item.tooltip = spelled;
  item.contextValue = contextOf(node, []);
  item.accessibilityInformation = { label: `${label}, ${spelled}` };
  if (node.kind === 'project') item.iconPath = new ThemeIcon('root-folder');
  else drawGroup(item, node);
  return item;
}

function drawGroup(item: TreeItem, node: GroupNode): void {
  const { group, snapshot } = node;
  switch (group.level) {
    case 'category':
      item.iconPath = priorityIcon(group.cells[0]?.category.priority ?? 'low');
      break;
    case 'code':
      item.iconPath = new ThemeIcon('tag');
      item.contextValue = contextOf(node, documentedTraits(group.key));
      break;
    case 'owner':
      item.iconPath = new ThemeIcon(group.key === '' ? 'circle-slash' : 'organization');
      break;
    case 'directory':
      item.resourceUri = uriOf(snapshot, group.key);
      item.iconPath = ThemeIcon.Folder;
      break;
    case 'file':
      placeFile(item, node);
      break;
  }
}

/** A file is drawn with its own icon and decorations, and says which folder it is in. */
function placeFile(item: TreeItem, { snapshot, group: { key: path }, above }: GroupNode): void {
  const folder = posix.dirname(path);
  item.resourceUri = uriOf(snapshot, path);
  item.iconPath = ThemeIcon.File;
  const isBelowFolder = above.some(({ level }) => level === 'directory');
  if (folder !== '.' && !isBelowFolder) item.description = `${item.description}  ${folder}`;
  item.tooltip = `${path}: ${item.tooltip}`;
}

function toErrorItem({ id, snapshot, error }: ErrorNode, { say }: Language): TreeItem {
  const compared = isCompared(snapshot);
  // Line numbers are 1-based wherever a person reads them.
  const line = error.line + 1;
  const item = new TreeItem(error.message.split('\n', 1)[0] ?? '');
  item.id = id;
  item.description = `${line}`;
  item.iconPath = errorIcon(error.status, compared);
  item.tooltip = `${error.path}:${line}: ${error.message}${error.code === '' ? '' : `  [${error.code}]`}`;
  item.command = { title: say('Open'), command: COMMANDS.openError, arguments: [error] };
  const isNew = compared && error.status === 'new';
  const acceptable = isNew ? [NODE_TRAITS.acceptable] : [];
  const traits = [NODE_TRAITS.error, NODE_TRAITS.fixable, ...acceptable];
  item.contextValue = [...traits, ...documentedTraits(error.code)].join(' ');
  const label = isNew
    ? say('new: {0}, line {1}', error.message, line)
    : say('{0}, line {1}', error.message, line);
  item.accessibilityInformation = { label };
  return item;
}

function labelOf(node: CountedNode, language: Language): string {
  if (node.kind === 'project') return node.snapshot.name;
  const { group, above } = node;
  switch (group.level) {
    case 'category':
      return group.cells[0] === undefined
        ? group.key
        : categoryTitle(group.cells[0].category.id, language);
    case 'code':
      return group.key === '' ? language.say('without an error code') : group.key;
    case 'file':
      return posix.basename(group.key);
    case 'directory': {
      const folder = above.at(-1);
      return folder === undefined ? group.key : group.key.slice(folder.key.length + 1);
    }
    case 'owner':
      return group.key === '' ? language.say('nobody') : group.key;
  }
}

function collapsibleState({ kind }: CountedNode, hasRows: boolean): TreeItemCollapsibleState {
  if (kind === 'project') return TreeItemCollapsibleState.Expanded;
  return hasRows ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
}

function contextOf(node: CountedNode, traits: readonly string[]): string {
  const counts = countsOf(node);
  const isAcceptable = isCompared(node.snapshot) && counts.new > 0;
  const acceptable = isAcceptable ? [NODE_TRAITS.acceptable] : [];
  const fixable = counts.current > 0 ? [NODE_TRAITS.fixable] : [];
  const kind = node.kind === 'project' ? node.kind : node.group.level;
  return [kind, ...acceptable, ...fixable, ...traits].join(' ');
}

function documentedTraits(code: string): readonly string[] {
  return code === '' ? [] : [NODE_TRAITS.documented];
}
