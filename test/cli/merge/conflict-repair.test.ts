import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fc from 'fast-check';
import { parseBaseline } from '../../../src/core/baseline/parse-baseline.js';
import { repairBaseline } from '../../../src/core/baseline/repair-baseline.js';
import { compare } from '../../../src/core/compare/compare.js';
import {
  anyDistinctBranches,
  editSide,
  errorsOf,
  textOf,
} from '../../support/arbitrary/branches.js';
import { ENVIRONMENT } from '../../support/arbitrary/entries.js';
import { toErrors } from '../../support/arbitrary/errors.js';
import { baselineText, HEADER } from '../../support/baseline/baseline-text.js';
import { TemporaryFolder } from '../../support/files/temporary-folder.js';

/** git's styles of conflict markers (`merge.conflictStyle`), as options of `git merge-file`. */
const STYLES: Readonly<Record<string, readonly string[]>> = {
  merge: [],
  diff3: ['--diff3'],
  zdiff3: ['--zdiff3'],
};

/** The base was written with the first of them. */
const VERSIONS = ['2.3.0', '2.4.1', '2.5.0'] as const;

/** A baseline as another mypy would have written it. */
function withMypy(text: string, mypy: string): string {
  return text.replace(HEADER, baselineText([], { ...ENVIRONMENT, mypy }));
}

describe('the conflicts that git leaves in a baseline without merge=union', () => {
  let folder: TemporaryFolder;

  beforeEach(async () => {
    folder = await TemporaryFolder.create('cönflict #1');
  });
  afterEach(() => folder.remove());

  /** git's own merge of three texts; its status is the number of conflicts. */
  async function mergeFile(
    style: readonly string[],
    texts: Readonly<Record<'base' | 'ours' | 'theirs', string>>,
  ): Promise<string> {
    await folder.writeAll(texts);
    const args = ['merge-file', '-p', ...style, 'ours', 'base', 'theirs'];
    return new Promise<string>((resolve, reject) => {
      execFile('git', args, { cwd: folder.path }, (error, stdout, stderr) => {
        if (stderr === '') resolve(stdout);
        else reject(error ?? new Error(stderr));
      });
    });
  }

  for (const [style, options] of Object.entries(STYLES)) {
    it(`are repaired without a loss where the style is ${style}`, async () => {
      const anyVersion = fc.constantFrom(...VERSIONS);
      const kinds = new Set<string>();
      await fc.assert(
        fc.asyncProperty(
          anyDistinctBranches,
          anyVersion,
          anyVersion,
          async (branches, ours, theirs) => {
            const merged = await mergeFile(options, {
              base: withMypy(textOf(branches.base), VERSIONS[0]),
              ours: withMypy(editSide(branches, 0), ours),
              theirs: withMypy(editSide(branches, 1), theirs),
            });
            kinds.add(parseBaseline(merged).kind);
            const repaired = repairBaseline(merged);
            assert.ok(repaired.kind === 'read', JSON.stringify(repaired));
            assert.deepEqual(repaired.doubledHeaders, []);
            const newest = [ours, theirs].sort().at(-1);
            assert.equal(repaired.baseline.environment.mypy, newest);
            const errors = toErrors(errorsOf(branches));
            for (const status of compare(errors, repaired.baseline.entries).statuses) {
              assert.ok(status.kind === 'baseline' && status.tier === 'exact', merged);
            }
            const { environment, entries } = repaired.baseline;
            assert.equal(repaired.content, baselineText(entries, environment));
          },
        ),
        { numRuns: 60 },
      );
      assert.deepEqual([...kinds].sort(), ['conflicted', 'read']);
    });
  }
});
