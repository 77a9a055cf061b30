import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { Priority } from '../../core/category/category.js';
import type { Language } from '../../core/language/language.js';
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
import type { CommandHandlers, CommandSurroundings } from './command-surroundings.js';

type TreeCommand = 'groupTree' | 'sortTree' | 'filterTree' | 'clearTreeFilter';

/** Commands by which a person says how the tree is drawn. */
export function createTreeCommands({
  choices,
  language,
}: CommandSurroundings): CommandHandlers<TreeCommand> {
  const { say } = language;
  return {
    groupTree: async () => {
      const { grouping } = choices.options;
      const chosen = await pickOne(
        say('Group errors by'),
        GROUPINGS.map((word) => ({ word, label: labelOfGrouping(word, language) })),
        grouping,
        language,
      );
      if (chosen !== undefined) await choices.change({ grouping: chosen });
    },
    sortTree: async () => {
      const { sorting } = choices.options;
      const chosen = await pickOne(
        say('Sort rows by'),
        SORTINGS.map((word) => ({ word, label: labelOfSorting(word, language) })),
        sorting,
        language,
      );
      if (chosen !== undefined) await choices.change({ sorting: chosen });
    },
    filterTree: () => filterTree(choices, language),
    clearTreeFilter: () => {
      const { text, statuses, priorities } = DEFAULT_TREE_OPTIONS;
      return choices.change({ text, statuses, priorities });
    },
  };
}

async function pickOne<Word extends string>(
  title: string,
  labels: readonly { readonly word: Word; readonly label: string }[],
  current: Word,
  { say }: Language,
): Promise<Word | undefined> {
  const items = labels.map(({ word, label }) => ({
    word,
    label,
    ...(word === current ? { description: say('now') } : {}),
  }));
  return (await window.showQuickPick(items, { title }))?.word;
}

interface Choice extends QuickPickItem {
  readonly value?: string;
}

/** What is typed is looked for in the rows; what is checked is shown. */
async function filterTree(choices: TreeChoices, language: Language): Promise<void> {
  const { text, statuses, priorities } = choices.options;
  const statusItems = STATUSES.map((value) => toChoice(value, labelOfStatus(value, language)));
  const priorityItems = PRIORITIES.map((value) =>
    toChoice(value, labelOfPriority(value, language)),
  );
  const picker = window.createQuickPick<Choice>();
  picker.title = language.say('Filter the tree');
  picker.placeholder = language.say('Part of a path, an error code, a category or an owner');
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

function labelOfGrouping(grouping: Grouping, { say }: Language): string {
  switch (grouping) {
    case 'category':
      return say('Category');
    case 'code':
      return say('Error code');
    case 'file':
      return say('File');
    case 'directory':
      return say('Folder');
    case 'owner':
      return say('Owner (CODEOWNERS)');
  }
}

function labelOfSorting(sorting: Sorting, { say }: Language): string {
  switch (sorting) {
    case 'urgency':
      return say('New first, then the most errors');
    case 'count':
      return say('Most errors first');
    case 'change':
      return say('What grew most first');
    case 'name':
      return say('By name');
  }
}

function labelOfStatus(status: ShownStatus, { say }: Language): string {
  switch (status) {
    case 'new':
      return say('New errors');
    case 'baseline':
      return say('Errors of the baseline');
    case 'fixed':
      return say('Fixed errors');
  }
}

function labelOfPriority(priority: Priority, { say }: Language): string {
  switch (priority) {
    case 'high':
      return say('High priority');
    case 'medium':
      return say('Medium priority');
    case 'low':
      return say('Low priority');
  }
}
