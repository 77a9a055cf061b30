import fc from 'fast-check';
import type { SourceFile, SourceTree } from './source-tree.js';

/** Numbers that decide where a mutation happens and how. The smaller, the smaller the file. */
export interface Choice {
  readonly file: number;
  readonly place: number;
  readonly detail: number;
}

/** What fast-check chooses; it shrinks to the first place of the smallest file. */
export const anyChoice: fc.Arbitrary<Choice> = fc.record({
  file: fc.nat(199),
  place: fc.nat(9_999),
  detail: fc.nat(99),
});

/** The item that a number stands for, any number. */
export function choose<Item>(items: readonly Item[], number: number): Item | undefined {
  return items[number % items.length];
}

/** A place in a file where a mutation can happen. */
export interface Found<Place> {
  readonly file: SourceFile;
  readonly place: Place;
}

/**
 * Finds the place that a choice stands for: in the file that it names, or in the next one, by
 * size, that has any.
 */
export function findPlace<Place>(
  tree: SourceTree,
  choice: Choice,
  placesIn: (file: SourceFile) => readonly Place[],
): Found<Place> | null {
  const files = [...tree.values()].sort((a, b) => a.lines.length - b.lines.length);
  for (let step = 0; step < files.length; step++) {
    const file = choose(files, choice.file + step);
    if (file === undefined) continue;
    const place = choose(placesIn(file), choice.place);
    if (place !== undefined) return { file, place };
  }
  return null;
}
