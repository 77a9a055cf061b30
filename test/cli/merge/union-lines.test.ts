import assert from 'node:assert/strict';
import fc from 'fast-check';
import { planGitattributes } from '../../../src/cli/init/plan-gitattributes.js';
import type { BaselineEntry, ReadBaseline } from '../../../src/core/baseline/baseline.js';
import { serialiseEntry } from '../../../src/core/baseline/serialise-baseline.js';
import { compare } from '../../../src/core/compare/compare.js';
import {
  anyBranches,
  anyDistinctBranches,
  type Branches,
  editSide,
  errorsOf,
  textOf,
} from '../../support/arbitrary/branches.js';
import { toErrors } from '../../support/arbitrary/errors.js';
import { readText } from '../../support/baseline/baseline-text.js';
import { TemporaryFolder } from '../../support/files/temporary-folder.js';
import { commitAll, createRepository, git } from '../../support/git/repository.js';

/** So many baselines are merged by one merge of git's: to start it takes longer than to merge. */
const CASES = 300;

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
    for (const [index, { base }] of cases.entries())
      await folder.write(pathOf(index), textOf(base));
    await createRepository(folder.path);
    await commit(
      'ours',
      cases.map((each) => editSide(each, 0)),
    );
    await commit(
      'theirs',
      cases.map((each) => editSide(each, 1)),
    );
    await git(folder.path, 'merge', '--quiet', '--no-edit', 'ours');
    const texts = cases.map((_, index) => folder.read(pathOf(index)));
    return (await Promise.all(texts)).map(readText);
  }

  it('hold every error of the merged code, where no two have equal entries', async () => {
    const cases = fc.sample(anyDistinctBranches, CASES);
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
      const [base, ours, theirs] = [
        textOf(branches.base),
        editSide(branches, 0),
        editSide(branches, 1),
      ].map((text) => readText(text).baseline.entries);
      assert.ok(base && ours && theirs);
      for (const line of new Set([...ours, ...theirs].map(serialiseEntry))) {
        const [left, right] = [count(ours, line), count(theirs, line)];
        const least = Math.min(left + right - count(base, line), Math.max(left, right));
        assert.ok(count(baseline.entries, line) >= least, JSON.stringify(branches));
      }
    }
  });
});
