import fc from 'fast-check';
import type { BaselineEntry } from '../../../src/core/baseline/baseline.js';
import { editBaseline } from '../../../src/core/baseline/edit-baseline.js';
import { serialiseEntry } from '../../../src/core/baseline/serialise-baseline.js';
import { baselineText, readText } from '../baseline/baseline-text.js';

/** An error of the code: two of them may have equal entries. */
interface KnownError {
  readonly id: number;
  readonly entry: BaselineEntry;
}

/** What two branches did. */
export interface Branches {
  readonly base: readonly KnownError[];
  /** Ids of errors of the base, by side. */
  readonly fixed: readonly [readonly number[], readonly number[]];
  readonly added: readonly [readonly KnownError[], readonly KnownError[]];
}

/** What two branches do to entries of so many kinds, which stand side by side in the file. */
export function anyBranches(kinds: number): fc.Arbitrary<Branches> {
  const kind = fc.nat(kinds - 1);
  const side = fc.record({ fixes: fc.array(fc.nat(13)), adds: fc.array(kind, { maxLength: 3 }) });
  return fc
    .record({
      base: fc.array(kind, { maxLength: 14 }),
      sides: fc.tuple(side, side),
      both: fc.array(kind, { maxLength: 1 }),
    })
    .map(({ base, sides: [ours, theirs], both }) => {
      let id = 0;
      const number = (each: number): KnownError => ({ id: id++, entry: entryOf(each) });
      const known = base.map(number);
      const picked = both.map(number);
      const fixed = (indexes: readonly number[]) => [
        ...new Set(indexes.filter((index) => index < known.length)),
      ];
      return {
        base: known,
        fixed: [fixed(ours.fixes), fixed(theirs.fixes)],
        added: [
          [...picked, ...ours.adds.map(number)],
          [...picked, ...theirs.adds.map(number)],
        ],
      };
    });
}

/** The same where no two errors have equal entries, so that lines say which error is which. */
export const anyDistinctBranches = anyBranches(500).filter(({ base, added }) => {
  const entries = new Map([...base, ...added.flat()].map(({ id, entry }) => [id, entry.message]));
  return new Set(entries.values()).size === entries.size;
});

function entryOf(kind: number): BaselineEntry {
  const path = `${'abc'.charAt(kind % 3)}.py`;
  return { path, code: 'misc', scope: 'f', message: `wrong ${kind}`, text: `value = ${kind}` };
}

/** The text of the baseline of some errors. */
export function textOf(errors: readonly KnownError[]): string {
  return baselineText(errors.map(({ entry }) => entry));
}

/** The base's file as a branch edits it: line by line, not written anew. */
export function editSide({ base, fixed, added }: Branches, side: 0 | 1): string {
  const before = readText(textOf(base));
  const gone = base.filter(({ id }) => fixed[side].includes(id));
  const left = [...before.baseline.entries.entries()];
  const removed = gone.flatMap(({ entry }) => {
    const line = serialiseEntry(entry);
    const at = left.findIndex(([, candidate]) => serialiseEntry(candidate) === line);
    return left.splice(at, 1).map(([index]) => index);
  });
  return editBaseline(before, {
    removed: new Set(removed),
    added: added[side].map(({ entry }) => entry),
  });
}

/** The errors of the code that git merges: fixed on either side, added on either. */
export function errorsOf({ base, fixed, added }: Branches): readonly BaselineEntry[] {
  const gone = new Set(fixed.flat());
  const all = [...base.filter(({ id }) => !gone.has(id)), ...added.flat()];
  return [...new Map(all.map((each) => [each.id, each.entry])).values()];
}
