import { areIdentical } from '../list/are-identical.js';
import type { PathGroup } from './group-by-path.js';

/** What was made of a file's items. */
interface KnownFile<Item, Value> {
  readonly items: readonly Item[];
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
  #files: ReadonlyMap<string, KnownFile<Item, Value>> = new Map();

  constructor(make: MakeValue<Item, Value>) {
    this.#make = make;
  }

  /** The value of each file, by its path. Files that are not among these are forgotten. */
  recall(groups: ReadonlyMap<string, PathGroup<Item>>): ReadonlyMap<string, Value> {
    const files = new Map<string, KnownFile<Item, Value>>();
    const values = new Map<string, Value>();
    for (const [path, { items, indexes }] of groups) {
      const known = this.#files.get(path);
      const isKnown = known !== undefined && areIdentical(known.items, items);
      const file = isKnown ? known : { items, value: this.#make(items, indexes) };
      files.set(path, file);
      values.set(path, file.value);
    }
    this.#files = files;
    return values;
  }
}
