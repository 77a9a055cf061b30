import assert from 'node:assert/strict';
import { TwoBranches } from '../../support/cli/two-branches.js';

describe('branches that git merges with merge=union, as init sets it up', () => {
  let branches: TwoBranches;

  beforeEach(async () => {
    branches = await TwoBranches.create();
  });
  afterEach(() => branches.remove());

  it('both fix', async () => {
    await branches.branch('ours', async () => {
      await branches.fix('one.py', 'b');
      await branches.fix('one.py', 'f');
      await branches.fix('two.py', 'b');
    });
    await branches.branch('theirs', async () => {
      await branches.fix('one.py', 'd');
      await branches.fix('one.py', 'f');
      await branches.fix('two.py', 'j');
    });
    await branches.merge();
    await branches.assertNothingNew();
    const kept = await branches.assertShrinksClean();
    assert.ok(kept > 0, 'entries that were fixed side by side are the reason to shrink');
  });

  it('one fixes and one accepts', async () => {
    await branches.branch('ours', async () => {
      await branches.fix('one.py', 'd');
      await branches.fix('two.py', 'b');
    });
    await branches.branch('theirs', async () => {
      await branches.add('one.py', 'e', 'f');
      await branches.add('two.py', 'i', 'j');
    });
    await branches.merge();
    await branches.assertNothingNew();
    await branches.assertShrinksClean();
  });

  it('both accept, one error on both', async () => {
    await branches.branch('ours', async () => {
      await branches.add('one.py', 'e1', 'b');
      await branches.add('two.py', 'same', 'd');
    });
    await branches.branch('theirs', async () => {
      await branches.add('one.py', 'e2', 'j');
      await branches.add('two.py', 'same', 'd');
    });
    await branches.merge();
    await branches.assertNothingNew();
    assert.equal(await branches.assertShrinksClean(), 0);
  });

  it('both accept with their reasons, which stay', async () => {
    const command = ['update', '--expires', '2999-12-31', '--reason'];
    await branches.branch('ours', () => branches.add('one.py', 'e1', 'b'), {
      command: [...command, 'stubs'],
    });
    await branches.branch('theirs', () => branches.add('one.py', 'e2', 'j'), {
      command: [...command, 'later'],
    });
    await branches.merge();
    await branches.assertNothingNew();
    const { status } = await branches.project.check(['shrink']);
    assert.equal(status, 0);
    const { baseline } = await branches.readBaseline();
    const reasons = baseline.entries.flatMap(({ acceptance }) => acceptance?.reason ?? []);
    assert.deepEqual(reasons, ['stubs', 'later']);
  });

  it('both rename files of their own', async () => {
    await branches.branch('ours', () => branches.rename('one.py', 'first.py'));
    await branches.branch('theirs', () => branches.rename('two.py', 'zweite.py'));
    await branches.merge();
    await branches.assertNothingNew();
    await branches.assertShrinksClean();
  });

  it('both rename one file alike, and fix in it', async () => {
    await branches.branch('ours', async () => {
      await branches.rename('one.py', 'first.py');
      await branches.fix('first.py', 'b');
    });
    await branches.branch('theirs', async () => {
      await branches.rename('one.py', 'first.py');
      await branches.fix('first.py', 'd');
    });
    await branches.merge();
    await branches.assertNothingNew();
    await branches.assertShrinksClean();
  });

  it('one renames a file in which the other fixes', async () => {
    await branches.branch('ours', () => branches.rename('one.py', 'first.py'));
    await branches.branch('theirs', () => branches.fix('one.py', 'b'));
    await branches.merge();
    await branches.assertNothingNew();
    await branches.assertShrinksClean();
  });

  it('one renames a file in which the other accepts', async () => {
    await branches.branch('ours', () => branches.rename('one.py', 'first.py'));
    await branches.branch('theirs', () => branches.add('one.py', 'i', 'j'));
    await branches.merge();
    await branches.assertNothingNew();
  });

  it('one renames what the other renames otherwise, in files of their own', async () => {
    await branches.branch('ours', async () => {
      await branches.rename('one.py', 'first.py');
      await branches.add('first.py', 'a', 'b');
    });
    await branches.branch('theirs', async () => {
      await branches.rename('two.py', 'zweite.py');
      await branches.fix('zweite.py', 'j');
      await branches.add('one.py', 'k', 'j');
    });
    await branches.merge();
    await branches.assertNothingNew();
  });
});
