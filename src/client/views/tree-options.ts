import type { Priority } from '../../core/category/category.js';
import { isRecord } from '../../core/json/is-record.js';
import type { Language } from '../../core/language/language.js';

/** By what the rows of the first level are grouped. */
export const GROUPINGS = ['category', 'code', 'file', 'directory', 'owner'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** In which order the rows of a group come. */
export const SORTINGS = ['urgency', 'count', 'change', 'name'] as const;
export type Sorting = (typeof SORTINGS)[number];

/** What a row may hold: errors that are new, known ones, and entries whose errors are gone. */
export const STATUSES = ['new', 'baseline', 'fixed'] as const;
export type ShownStatus = (typeof STATUSES)[number];

export const PRIORITIES: readonly Priority[] = ['high', 'medium', 'low'];

/** How a person wants to see the tree. */
export interface TreeOptions {
  readonly grouping: Grouping;
  readonly sorting: Sorting;
  /** Found in a path, an error code, a category or an owner; empty for everything. */
  readonly text: string;
  readonly statuses: readonly ShownStatus[];
  readonly priorities: readonly Priority[];
}

export const DEFAULT_TREE_OPTIONS: TreeOptions = {
  grouping: 'category',
  sorting: 'urgency',
  text: '',
  statuses: STATUSES,
  priorities: PRIORITIES,
};

/** Whether some rows are left out. */
export function isFiltered({ text, statuses, priorities }: TreeOptions): boolean {
  const isWhole = statuses.length === STATUSES.length && priorities.length === PRIORITIES.length;
  return text !== '' || !isWhole;
}

/** The filter in a few words; empty where nothing is left out. */
export function describeFilter(
  { text, statuses, priorities }: TreeOptions,
  language: Language,
): string {
  const parts = [
    text === '' ? '' : language.say('“{0}”', text),
    statuses.length === STATUSES.length
      ? ''
      : statuses.map((status) => describeStatus(status, language)).join(', '),
    priorities.length === PRIORITIES.length ? '' : describePriorities(priorities, language),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function describeStatus(status: ShownStatus, { say }: Language): string {
  switch (status) {
    case 'new':
      return say('new');
    case 'baseline':
      return say('baseline');
    case 'fixed':
      return say('fixed');
  }
}

/** One or two of the three: a language may bend the words by the noun. */
function describePriorities(priorities: readonly Priority[], { say }: Language): string {
  const [isHigh, isMedium, isLow] = PRIORITIES.map((one) => priorities.includes(one));
  if (isHigh && isMedium) return say('high, medium priority');
  if (isHigh && isLow) return say('high, low priority');
  if (isMedium && isLow) return say('medium, low priority');
  if (isHigh) return say('high priority');
  return isMedium ? say('medium priority') : say('low priority');
}

/** What was remembered, with the default for whatever is not understood. */
export function parseTreeOptions(value: unknown): TreeOptions {
  const given = isRecord(value) ? value : {};
  const { text } = given;
  return {
    grouping: oneOf(GROUPINGS, given['grouping']) ?? DEFAULT_TREE_OPTIONS.grouping,
    sorting: oneOf(SORTINGS, given['sorting']) ?? DEFAULT_TREE_OPTIONS.sorting,
    text: typeof text === 'string' ? text : '',
    statuses: keepSome(STATUSES, given['statuses']),
    priorities: keepSome(PRIORITIES, given['priorities']),
  };
}

/**
 * The words of a list that were chosen; all of them where none was, since an empty tree would look like
 * a clean project.
 */
export function keepSome<Word extends string>(
  words: readonly Word[],
  value: unknown,
): readonly Word[] {
  const chosen = words.filter((word) => Array.isArray(value) && value.includes(word));
  return chosen.length === 0 ? words : chosen;
}

function oneOf<Word extends string>(words: readonly Word[], value: unknown): Word | undefined {
  return words.find((word) => word === value);
}
