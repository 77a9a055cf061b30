import { CATEGORIES, categoryOf } from '../category/categories.js';
import { categorise } from '../category/categorise.js';
import type { CategoryId } from '../category/category.js';
import type { Reconciliation } from '../compare/reconcile.js';
import type { ReconciledError, ReconciledStatus } from '../compare/reconciled-error.js';
import type { MypyError } from '../error/mypy-error.js';
import { compareText } from '../order/compare-text.js';
import { FileMemory, type FileValue } from '../path/file-memory.js';
import {
  addCounts,
  type BaselineCounts,
  type CategorySummary,
  type CodeSummary,
  type FileSummary,
} from './counts.js';

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
 * @param unchanged Errors beside those, or entries, each of which the committed baseline knows.
 */
export function summarise(
  { errors, fixed }: Pick<Reconciliation, 'errors' | 'fixed'>,
  unchanged: readonly Counted[] = [],
  memory: SummaryMemory = new SummaryMemory(),
): Summary {
  const tally: Tally = new Map();
  for (const error of unchanged) add(rowOf(tally, bucketOf(error), error.path), KNOWN);
  for (const [path, { value: counts }] of memory.count(errors)) {
    for (const [bucket, own] of counts) add(rowOf(tally, bucket, path), own);
  }
  for (const entry of fixed) add(rowOf(tally, bucketOf(entry), entry.path), FIXED);
  const categories = freezeCategories(tally);
  return { totals: addAll(categories), categories };
}

/** Remembers the counts of files of which nothing changed: one memory a kind of reconciliation. */
export class SummaryMemory {
  readonly #files = new FileMemory(({ error }: ReconciledError) => error.path, countFile);

  /** What each file's errors add, by the path where they are now. */
  count(errors: readonly ReconciledError[]): ReadonlyMap<string, FileValue<FileCounts>> {
    return this.#files.recall(errors);
  }
}

/** By what the errors of a file are counted. Its counts have one for each pair that occurs. */
interface Bucket {
  readonly category: CategoryId;
  readonly code: string;
}

type FileCounts = readonly (readonly [Bucket, BaselineCounts])[];

function countFile(errors: readonly ReconciledError[]): FileCounts {
  const counts = new Map<string, readonly [Bucket, Row]>();
  for (const { error, status } of errors) {
    const bucket = bucketOf(error);
    const key = `${bucket.category} ${bucket.code}`;
    const [, row] = obtain(counts, key, () => [bucket, { ...NOTHING }] as const);
    add(row, STATUS[status.kind]);
  }
  return [...counts.values()];
}

/** What one error or entry adds to the row of its file. */
const KNOWN: BaselineCounts = { current: 1, committed: 1, new: 0, fixed: 0 };
const FIXED: BaselineCounts = { current: 0, committed: 1, new: 0, fixed: 1 };
const STATUS: Readonly<Record<ReconciledStatus['kind'], BaselineCounts>> = {
  baseline: KNOWN,
  accepted: { current: 1, committed: 0, new: 0, fixed: 0 },
  new: { current: 1, committed: 0, new: 1, fixed: 0 },
};

/** What an error is counted by. */
type Counted = Pick<MypyError, 'code' | 'message' | 'path'>;

type Row = { -readonly [Key in keyof BaselineCounts]: BaselineCounts[Key] };

/** By category, then code, then path. */
type Tally = Map<CategoryId, Map<string, Map<string, Row>>>;

function bucketOf({ code, message }: Counted): Bucket {
  return { category: categorise(code, message), code };
}

function rowOf(tally: Tally, { category, code }: Bucket, path: string): Row {
  const codes = obtain(tally, category, () => new Map());
  const files = obtain(codes, code, () => new Map());
  return obtain(files, path, () => ({ ...NOTHING }));
}

function obtain<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = create();
  map.set(key, made);
  return made;
}

const NOTHING: BaselineCounts = { current: 0, committed: 0, new: 0, fixed: 0 };

function add(row: Row, counts: BaselineCounts): void {
  row.current += counts.current;
  row.committed += counts.committed;
  row.new += counts.new;
  row.fixed += counts.fixed;
}

function addAll(parts: readonly BaselineCounts[]): BaselineCounts {
  return parts.reduce(addCounts, NOTHING);
}

function freezeCategories(tally: Tally): readonly CategorySummary[] {
  const rank = (id: CategoryId) => CATEGORIES.findIndex((category) => category.id === id);
  return [...tally]
    .map(([id, rows]): CategorySummary => {
      const codes = freezeCodes(rows);
      return { ...addAll(codes), category: categoryOf(id), codes };
    })
    .sort((a, b) => byUrgency(a, b) || rank(a.category.id) - rank(b.category.id));
}

function freezeCodes(codes: ReadonlyMap<string, ReadonlyMap<string, Row>>): readonly CodeSummary[] {
  return [...codes]
    .map(([code, rows]): CodeSummary => {
      const files = freezeFiles(rows);
      return { ...addAll(files), code, files };
    })
    .sort((a, b) => byUrgency(a, b) || compareText(a.code, b.code));
}

function freezeFiles(files: ReadonlyMap<string, Row>): readonly FileSummary[] {
  return [...files]
    .map(([path, row]) => ({ ...row, path }))
    .sort((a, b) => byUrgency(a, b) || compareText(a.path, b.path));
}

/** What is new comes first, then what there is most of. */
function byUrgency(a: BaselineCounts, b: BaselineCounts): number {
  return b.new - a.new || b.current - a.current || b.committed - a.committed;
}
