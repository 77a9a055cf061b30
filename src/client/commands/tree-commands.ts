import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { TreeChoices } from '../views/tree-choices.js';
import {
  DEFAULT_TREE_OPTIONS,
  GROUPINGS,
  type Grouping,
  keepSome,
  PRIORITIES,
  type ShownStatus,
  SORTINGS,
  type Sorting,
  STATUSES,
} from '../views/tree-options.js';
import type { CommandHandlers } from './command-surroundings.js';

type TreeCommand = 'groupTree' | 'sortTree' | 'filterTree' | 'clearTreeFilter';

const GROUPING_LABELS: Readonly<Record<Grouping, string>> = {
  category: 'Category',
  code: 'Error code',
  file: 'File',
  directory: 'Folder',
  owner: 'Owner (CODEOWNERS)',
};

const SORTING_LABELS: Readonly<Record<Sorting, string>> = {
  urgency: 'New first, then the most errors',
  count: 'Most errors first',
  change: 'What grew most first',
  name: 'By name',
};

const STATUS_LABELS: Readonly<Record<ShownStatus, string>> = {
  new: 'New errors',
  baseline: 'Errors of the baseline',
  fixed: 'Fixed errors',
};

const PRIORITY_LABELS = {
  high: 'High priority',
  medium: 'Medium priority',
  low: 'Low priority',
} as const;

/** Commands by which a person says how the tree is drawn. */
export function createTreeCommands(choices: TreeChoices): CommandHandlers<TreeCommand> {
  return {
    groupTree: async () => {
      const { grouping } = choices.options;
      const chosen = await pickOne('Group errors by', GROUPINGS, GROUPING_LABELS, grouping);
      if (chosen !== undefined) await choices.change({ grouping: chosen });
    },
    sortTree: async () => {
      const { sorting } = choices.options;
      const chosen = await pickOne('Sort rows by', SORTINGS, SORTING_LABELS, sorting);
      if (chosen !== undefined) await choices.change({ sorting: chosen });
    },
    filterTree: () => filterTree(choices),
    clearTreeFilter: () => {
      const { text, statuses, priorities } = DEFAULT_TREE_OPTIONS;
      return choices.change({ text, statuses, priorities });
    },
  };
}

async function pickOne<Word extends string>(
  title: string,
  words: readonly Word[],
  labels: Readonly<Record<Word, string>>,
  current: Word,
): Promise<Word | undefined> {
  const items = words.map((word) => ({
    word,
    label: labels[word],
    ...(word === current ? { description: 'now' } : {}),
  }));
  return (await window.showQuickPick(items, { title }))?.word;
}

interface Choice extends QuickPickItem {
  readonly value?: string;
}

/** What is typed is looked for in the rows; what is checked is shown. */
async function filterTree(choices: TreeChoices): Promise<void> {
  const { text, statuses, priorities } = choices.options;
  const statusItems = STATUSES.map((value) => toChoice(value, STATUS_LABELS[value]));
  const priorityItems = PRIORITIES.map((value) => toChoice(value, PRIORITY_LABELS[value]));
  const picker = window.createQuickPick<Choice>();
  picker.title = 'Filter the tree';
  picker.placeholder = 'Part of a path, an error code, a category or an owner';
  picker.canSelectMany = true;
  picker.value = text;
  picker.items = [
    ...statusItems,
    { label: '', kind: QuickPickItemKind.Separator },
    ...priorityItems,
  ];
  const checked = new Set<string>([...statuses, ...priorities]);
  picker.selectedItems = [...statusItems, ...priorityItems].filter(({ value }) =>
    checked.has(value),
  );
  const accepted = await new Promise<boolean>((resolve) => {
    picker.onDidAccept(() => resolve(true));
    picker.onDidHide(() => resolve(false));
    picker.show();
  });
  const chosen = picker.selectedItems.map(({ value }) => value);
  const typed = picker.value.trim();
  picker.dispose();
  if (!accepted) return;
  await choices.change({
    text: typed,
    statuses: keepSome(STATUSES, chosen),
    priorities: keepSome(PRIORITIES, chosen),
  });
}

/** Shown whatever is typed: the text is for the tree, not for this list. */
function toChoice<Value extends string>(value: Value, label: string) {
  return { value, label, alwaysShow: true };
}
