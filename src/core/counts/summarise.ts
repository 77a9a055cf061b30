import { CATEGORIES, categoryOf } from '../category/categories.js';
import { categorise } from '../category/categorise.js';
import type { CategoryId } from '../category/category.js';
import type { Reconciliation } from '../compare/reconcile.js';
import type { MypyError } from '../error/mypy-error.js';
import { compareText } from '../order/compare-text.js';
import type { BaselineCounts, CategorySummary, CodeSummary, FileSummary } from './counts.js';

/** A picture of all errors against the committed baseline, ready to be drawn as a tree. */
export interface Summary {
  readonly totals: BaselineCounts;
  /** Sorted for display; categories with nothing in them are left out. */
  readonly categories: readonly CategorySummary[];
}

/**
 * Counts a reconciliation by category, code and file. An error that the committed baseline knows
 * counts as committed where the error is now, so a renamed file shows no difference; a fixed entry
 * counts where the file has it.
 *
 * @param unchanged Errors beside those, each of which the committed baseline knows.
 */
export function summarise(
  { errors, fixed }: Reconciliation,
  unchanged: readonly MypyError[] = [],
): Summary {
  const tally: Tally = { ...zero(), categories: new Map() };
  for (const error of unchanged) {
    count(tally, error, (row) => {
      row.current++;
      row.committed++;
    });
  }
  for (const { error, status } of errors) {
    count(tally, error, (row) => {
      row.current++;
      if (status.kind === 'baseline') row.committed++;
      if (status.kind === 'new') row.new++;
    });
  }
  for (const entry of fixed) {
    count(tally, entry, (row) => {
      row.committed++;
      row.fixed++;
    });
  }
  return { totals: freeze(tally), categories: freezeCategories(tally) };
}

interface Row {
  current: number;
  committed: number;
  new: number;
  fixed: number;
}

interface Tally extends Row {
  readonly categories: Map<CategoryId, Row & { readonly codes: Map<string, CodeTally> }>;
}

interface CodeTally extends Row {
  readonly files: Map<string, Row>;
}

/** Applies one change to the total and to the category, code and file of an error or entry. */
function count(
  tally: Tally,
  item: { readonly code: string; readonly message: string; readonly path: string },
  change: (row: Row) => void,
): void {
  const category = obtain(tally.categories, categorise(item.code, item.message), () => ({
    ...zero(),
    codes: new Map<string, CodeTally>(),
  }));
  const code = obtain(category.codes, item.code, () => ({ ...zero(), files: new Map() }));
  const file = obtain(code.files, item.path, zero);
  for (const row of [tally, category, code, file]) change(row);
}

function obtain<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = create();
  map.set(key, made);
  return made;
}

function zero(): Row {
  return { current: 0, committed: 0, new: 0, fixed: 0 };
}

function freeze({ current, committed, new: added, fixed }: Row): BaselineCounts {
  return { current, committed, new: added, fixed };
}

function freezeCategories(tally: Tally): readonly CategorySummary[] {
  const rank = (id: CategoryId) => CATEGORIES.findIndex((category) => category.id === id);
  return [...tally.categories]
    .map(([id, row]) => ({
      ...freeze(row),
      category: categoryOf(id),
      codes: freezeCodes(row.codes),
    }))
    .sort((a, b) => byUrgency(a, b) || rank(a.category.id) - rank(b.category.id));
}

function freezeCodes(codes: ReadonlyMap<string, CodeTally>): readonly CodeSummary[] {
  return [...codes]
    .map(([code, row]) => ({ ...freeze(row), code, files: freezeFiles(row.files) }))
    .sort((a, b) => byUrgency(a, b) || compareText(a.code, b.code));
}

function freezeFiles(files: ReadonlyMap<string, Row>): readonly FileSummary[] {
  return [...files]
    .map(([path, row]) => ({ ...freeze(row), path }))
    .sort((a, b) => byUrgency(a, b) || compareText(a.path, b.path));
}

/** What is new comes first, then what there is most of. */
function byUrgency(a: BaselineCounts, b: BaselineCounts): number {
  return b.new - a.new || b.current - a.current || b.committed - a.committed;
}
