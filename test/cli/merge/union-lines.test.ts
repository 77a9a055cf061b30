import assert from 'node:assert/strict';
import fc from 'fast-check';
import { planGitattributes } from '../../../src/cli/init/plan-gitattributes.js';
import type { BaselineEntry, ReadBaseline } from '../../../src/core/baseline/baseline.js';
import { editBaseline } from '../../../src/core/baseline/edit-baseline.js';
import { parseBaseline } from '../../../src/core/baseline/parse-baseline.js';
import {
  serialiseBaseline,
  serialiseEntry,
} from '../../../src/core/baseline/serialise-baseline.js';
import { compare } from '../../../src/core/compare/compare.js';
import { ENVIRONMENT } from '../../support/arbitrary/entries.js';
import { toErrors } from '../../support/arbitrary/errors.js';
import { TemporaryFolder } from '../../support/files/temporary-folder.js';
import { commitAll, createRepository, git } from '../../support/git/repository.js';

/** So many baselines are merged by one merge of git's: to start it takes longer than to merge. */
const CASES = 300;

/** An error of the code: two of them may have equal entries. */
interface KnownError {
  readonly id: number;
  readonly entry: BaselineEntry;
}

/** What two branches did. */
interface Branches {
  readonly base: readonly KnownError[];
  /** Ids of errors of the base, by side. */
  readonly fixed: readonly [readonly number[], readonly number[]];
  readonly added: readonly [readonly KnownError[], readonly KnownError[]];
}

/** Entries that stand side by side in the file: `kinds` different ones. */
function anyBranches(kinds: number): fc.Arbitrary<Branches> {
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

function entryOf(kind: number): BaselineEntry {
  const path = `${'abc'.charAt(kind % 3)}.py`;
  return { path, code: 'misc', scope: 'f', message: `wrong ${kind}`, text: `value = ${kind}` };
}

function write(errors: readonly KnownError[]): string {
  return serialiseBaseline({
    environment: ENVIRONMENT,
    entries: errors.map(({ entry }) => entry),
  });
}

function read(content: string): ReadBaseline {
  const result = parseBaseline(content);
  assert.ok(result.kind === 'read', JSON.stringify(result));
  return result;
}

/** The base's file as a branch edits it: line by line, not written anew. */
function edit({ base, fixed, added }: Branches, side: 0 | 1): string {
  const before = read(write(base));
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
function errorsOf({ base, fixed, added }: Branches): readonly BaselineEntry[] {
  const gone = new Set(fixed.flat());
  const all = [...base.filter(({ id }) => !gone.has(id)), ...added.flat()];
  return [...new Map(all.map((each) => [each.id, each.entry])).values()];
}

describe('the lines that merge=union leaves', () => {
  let folder: TemporaryFolder;

  beforeEach(async () => {
    folder = await TemporaryFolder.create('ünion #1');
  });
  afterEach(() => folder.remove());

  const pathOf = (index: number) => `${index}/mypy-baseline.jsonl`;

  async function commit(name: string, texts: readonly string[]): Promise<void> {
    await git(folder.path, 'checkout', '--quiet', '-b', name, 'main');
    for (const [index, text] of texts.entries()) await folder.write(pathOf(index), text);
    await commitAll(folder.path, name);
  }

  /** Merges the files of many pairs of branches at once, as git does with what init writes. */
  async function merge(cases: readonly Branches[]): Promise<readonly ReadBaseline[]> {
    const plan = planGitattributes(null, { project: '', baseline: 'mypy-baseline.jsonl' });
    assert.ok(plan.kind === 'create');
    await folder.write(plan.path, plan.content);
    for (const [index, { base }] of cases.entries()) await folder.write(pathOf(index), write(base));
    await createRepository(folder.path);
    await commit(
      'ours',
      cases.map((each) => edit(each, 0)),
    );
    await commit(
      'theirs',
      cases.map((each) => edit(each, 1)),
    );
    await git(folder.path, 'merge', '--quiet', '--no-edit', 'ours');
    const texts = cases.map((_, index) => folder.read(pathOf(index)));
    return (await Promise.all(texts)).map(read);
  }

  it('hold every error of the merged code, where no two have equal entries', async () => {
    const distinct = anyBranches(500).filter(({ base, added }) => {
      const ids = new Map([...base, ...added.flat()].map(({ id, entry }) => [id, entry.message]));
      return new Set(ids.values()).size === ids.size;
    });
    const cases = fc.sample(distinct, CASES);
    let tooMany = 0;
    for (const [index, { baseline }] of (await merge(cases)).entries()) {
      const branches = cases[index];
      assert.ok(branches);
      const errors = toErrors(errorsOf(branches));
      const { statuses, fixed } = compare(errors, baseline.entries);
      for (const status of statuses) {
        assert.ok(status.kind === 'baseline' && status.tier === 'exact', JSON.stringify(branches));
      }
      tooMany += fixed.length;
    }
    assert.ok(tooMany > 0, 'union keeps what was fixed side by side');
  });

  /*
   * Equal lines cannot be told apart, so git takes two equal additions for one, as it takes one fix
   * and one equal addition on a branch for no change. `mypy-ratchet merge` counts the former.
   */
  it('are no fewer of equal ones than the three-way rule or the side with more would have', async () => {
    const cases = fc.sample(anyBranches(6), CASES);
    for (const [index, { baseline }] of (await merge(cases)).entries()) {
      const branches = cases[index];
      assert.ok(branches);
      const count = (entries: readonly BaselineEntry[], line: string) =>
        entries.filter((entry) => serialiseEntry(entry) === line).length;
      const [base, ours, theirs] = [write(branches.base), edit(branches, 0), edit(branches, 1)].map(
        (text) => read(text).baseline.entries,
      );
      assert.ok(base && ours && theirs);
      for (const line of new Set([...ours, ...theirs].map(serialiseEntry))) {
        const [left, right] = [count(ours, line), count(theirs, line)];
        const least = Math.min(left + right - count(base, line), Math.max(left, right));
        assert.ok(count(baseline.entries, line) >= least, JSON.stringify(branches));
      }
    }
  });
});
