import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runMerge } from '../../../src/cli/commands/merge.js';
import type { BaselineEntry } from '../../../src/core/baseline/baseline.js';
import { anySides, countOf, errorOf, mergedCount } from '../../support/arbitrary/merge-sides.js';
import { baselineText, readText } from '../../support/baseline/baseline-text.js';
import { assertStatus, CLI_SCRIPT, runCli } from '../../support/cli/run-cli.js';
import { TwoBranches } from '../../support/cli/two-branches.js';
import { TemporaryFolder } from '../../support/files/temporary-folder.js';

const FILES = { base: 'base', ours: 'ours', theirs: 'theirs' };

describe('how many of equal entries mypy-ratchet merge leaves', () => {
  let folder: TemporaryFolder;

  beforeEach(async () => {
    folder = await TemporaryFolder.create('cöunt #1');
  });
  afterEach(() => folder.remove());

  type Sides = readonly [
    readonly BaselineEntry[],
    readonly BaselineEntry[],
    readonly BaselineEntry[],
  ];

  async function write([base, ours, theirs]: Sides): Promise<void> {
    await folder.writeAll({
      base: baselineText(base),
      ours: baselineText(ours),
      theirs: baselineText(theirs),
    });
  }

  async function assertCounts(sides: Sides): Promise<void> {
    const merged = readText(await folder.read('ours')).baseline.entries;
    for (const error of new Set([...sides.flat(), ...merged].map(errorOf))) {
      assert.equal(countOf(merged, error), mergedCount(sides, error), error);
    }
  }

  it('is max(0, ours + theirs − base), in files on disk', async () => {
    await fc.assert(
      fc.asyncProperty(anySides, async (sides) => {
        await write(sides);
        const terminal = { cwd: folder.path, err: assert.fail };
        assert.equal(await runMerge(FILES, terminal), 0);
        await assertCounts(sides);
      }),
      { numRuns: 50 },
    );
  });

  it('is so for every small number of each, by the command as git runs it', async () => {
    const upTo = [0, 1, 2, 3];
    const cases = upTo.flatMap((base) =>
      upTo.flatMap((ours) => upTo.map((theirs) => ({ base, ours, theirs }))),
    );
    const side = (which: keyof typeof FILES) =>
      cases.flatMap((counts) =>
        Array.from({ length: counts[which] }, (): BaselineEntry => {
          const path = `b${counts.base}o${counts.ours}t${counts.theirs}.py`;
          return { path, code: 'misc', scope: 'f', message: 'wrong', text: 'x = 1' };
        }),
      );
    const sides = [side('base'), side('ours'), side('theirs')] as const;
    await write(sides);
    const cache = folder.at('cache');
    const args = ['merge', 'base', 'ours', 'theirs', 'app/mypy-baseline.jsonl'];
    assertStatus(await runCli(args, { cwd: folder.path, cache }), 0);
    await assertCounts(sides);
    const entries = readText(await folder.read('ours')).baseline.entries;
    assert.equal(
      entries.length,
      cases.reduce((sum, counts) => {
        return sum + Math.max(0, counts.ours + counts.theirs - counts.base);
      }, 0),
    );
  });
});

describe('equal errors that two branches accept at two places of a function', () => {
  let branches: TwoBranches;

  beforeEach(async () => {
    branches = await TwoBranches.create();
  });
  afterEach(() => branches.remove());

  const wrong = (folder: TemporaryFolder, from: string) =>
    folder.edit('one.py', from, `${from}    len(number)\n`);

  /**
   * A function with room for an error at two places, and each branch with one of them. One branch
   * does more besides: git asks no driver to merge two files that are equal.
   */
  async function acceptBoth(): Promise<void> {
    const { folder } = branches.project;
    await folder.write(
      'one.py',
      'def twice(number: int) -> None:\n    print("first")\n    print("then")\n    print("last")\n',
    );
    assertStatus(await branches.project.check(['update']), 0);
    await branches.project.git('commit', '--quiet', '--all', '--message', 'twice');
    await branches.branch('ours', async () => {
      await wrong(folder, '    print("first")\n');
      await branches.fix('two.py', 'j');
    });
    await branches.branch('theirs', () => wrong(folder, '    print("last")\n'));
  }

  it('both have an entry where mypy-ratchet merge is the driver', async () => {
    const { project } = branches;
    await acceptBoth();
    await project.git('config', 'merge.mypy-ratchet.driver', driver());
    await project.git('checkout', '--quiet', '--force', 'ours');
    await project.folder.edit('.gitattributes', 'merge=union', 'merge=mypy-ratchet');
    await project.git('commit', '--quiet', '--all', '--message', 'driver');
    const { baseline } = await branches.merge();
    assert.equal(baseline.entries.filter(({ text }) => text === 'len(number)').length, 2);
    await branches.assertNothingNew();
    assert.equal(await branches.assertShrinksClean(), 0);
  });

  it('have one where git takes two equal lines for one, and the other error is new', async () => {
    await acceptBoth();
    const { baseline } = await branches.merge();
    assert.equal(baseline.entries.filter(({ text }) => text === 'len(number)').length, 1);
    const { status, stdout } = await branches.project.check(['check', '--growth', 'off']);
    assert.equal(status, 1);
    assert.match(stdout, /^✗ 1 new error$/m);
  });
});

function driver(): string {
  return `"${process.execPath}" "${CLI_SCRIPT}" merge %O %A %B %P`;
}
