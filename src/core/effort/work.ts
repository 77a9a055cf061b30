import { compareText } from '../order/compare-text.js';

/** What is known of an error when the work to clear it is guessed. */
export interface WorkItem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/**
 * The work to clear some errors: files to open, and different things to think about. Two errors are
 * of one kind when they have the same code and say the same but for names, types and numbers.
 */
export interface Work {
  readonly errors: number;
  readonly files: number;
  readonly kinds: number;
}

/** Errors by file, by code or by anything else. */
export interface WorkRow extends Work {
  readonly name: string;
}

/**
 * Errors that go for each thing to do: opening a file and understanding a kind of error count the
 * same. The higher, the cheaper. 100 errors of one kind in one file give 50, the same spread over
 * 100 files 1.
 */
export function gainOf({ errors, files, kinds }: Work): number {
  return errors / Math.max(1, files + kinds);
}

/** An error with its kind. */
export interface ItemOfKind extends WorkItem {
  readonly kind: string;
}

/** Errors with their kinds. What many say is looked at once. */
export function findKinds(errors: readonly WorkItem[]): readonly ItemOfKind[] {
  const kinds = new Map<string, Map<string, string>>();
  return errors.map(({ path, code, message }) => {
    const ofCode = kinds.get(code) ?? new Map<string, string>();
    kinds.set(code, ofCode);
    const kind = ofCode.get(message) ?? skeletonOf(`${code} ${message}`);
    ofCode.set(message, kind);
    return { path, code, message, kind };
  });
}

interface Gathered {
  errors: number;
  readonly files: Set<string>;
  readonly kinds: Set<string>;
}

/** Gathers errors under a name, and orders the names by their gain, the highest first. */
export function rankWork(
  errors: readonly ItemOfKind[],
  nameOf: (error: WorkItem) => string,
): readonly WorkRow[] {
  const gathered = new Map<string, Gathered>();
  for (const error of errors) {
    const name = nameOf(error);
    const row = gathered.get(name) ?? { errors: 0, files: new Set(), kinds: new Set() };
    gathered.set(name, row);
    row.errors += 1;
    row.files.add(error.path);
    row.kinds.add(error.kind);
  }
  return [...gathered]
    .map(([name, { errors, files, kinds }]) => {
      return { name, errors, files: files.size, kinds: kinds.size };
    })
    .sort((a, b) => gainOf(b) - gainOf(a) || b.errors - a.errors || compareText(a.name, b.name));
}

/** Words without what differs from place to place: quoted names and types, and numbers. */
function skeletonOf(words: string): string {
  return words.replace(/"[^"]*"|\d+/g, '…');
}
