import { areIdentical } from '../list/are-identical.js';
import { PathGrouping } from './path-grouping.js';

/** What was made of a file's items. */
interface KnownFile<Item, Value> {
  readonly items: readonly Item[];
  readonly value: Value;
}

/** The value of a file, and where its items stand in their list. */
export interface FileValue<Value> {
  readonly indexes: readonly number[];
  readonly value: Value;
}

/**
 * Makes the value of one file.
 *
 * @param indexes Where the items stand in their list, to look them up in others; what is found there
 *   must follow from the items.
 */
type MakeValue<Item, Value> = (items: readonly Item[], indexes: readonly number[]) => Value;

/**
 * Values made of the items of each file. From save to save nearly all items of a project are the very
 * same values, and a file in which all of them are keeps the value it had.
 */
export class FileMemory<Item, Value> {
  readonly #make: MakeValue<Item, Value>;
  readonly #grouping: PathGrouping<Item>;
  #files: ReadonlyMap<string, KnownFile<Item, Value>> = new Map();

  constructor(pathOf: (item: Item) => string, make: MakeValue<Item, Value>) {
    this.#grouping = new PathGrouping(pathOf);
    this.#make = make;
  }

  /** The value of each file, by its path. Files that are not among these are forgotten. */
  recall(items: readonly Item[]): ReadonlyMap<string, FileValue<Value>> {
    const files = new Map<string, KnownFile<Item, Value>>();
    const values = new Map<string, FileValue<Value>>();
    for (const [path, { items: own, indexes }] of this.#grouping.group(items)) {
      const known = this.#files.get(path);
      const isKnown = known !== undefined && areIdentical(known.items, own);
      const file = isKnown ? known : { items: own, value: this.#make(own, indexes) };
      files.set(path, file);
      values.set(path, { indexes, value: file.value });
    }
    this.#files = files;
    return values;
  }
}
