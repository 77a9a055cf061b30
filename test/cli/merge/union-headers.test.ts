import assert from 'node:assert/strict';
import { TwoBranches } from '../../support/cli/two-branches.js';

const UPDATE = { command: ['update', '--any-environment'] };

describe('headers that git merges with merge=union', () => {
  let branches: TwoBranches;

  beforeEach(async () => {
    branches = await TwoBranches.create({ mypy: '1.4.1' });
  });
  afterEach(() => branches.remove());

  /** Lets a warning about unused configuration be an error on one branch. */
  const configure = (from: string, to: string) =>
    branches.project.folder.edit('mypy.ini', from, `${from}${to}`);

  it('are one where both upgrade alike', async () => {
    await branches.branch('ours', () => branches.fix('one.py', 'b'), UPDATE);
    await branches.branch('theirs', () => branches.fix('two.py', 'j'), UPDATE);
    const { baseline, doubledHeaders } = await branches.merge();
    assert.notEqual(baseline.environment.mypy, '1.4.1');
    assert.deepEqual(doubledHeaders, []);
    await branches.assertNothingNew();
    await branches.assertShrinksClean();
  });

  it('are one where one upgrades and the other goes on', async () => {
    await branches.branch('ours', () => branches.add('two.py', 'i', 'j'), { mypy: '1.4.1' });
    await branches.branch('theirs', () => branches.fix('one.py', 'f'), UPDATE);
    const { baseline, doubledHeaders } = await branches.merge();
    assert.notEqual(baseline.environment.mypy, '1.4.1');
    assert.deepEqual(doubledHeaders, []);
    await branches.assertNothingNew();
    await branches.assertShrinksClean();
  });

  it('count as the one with the newer mypy where both upgrade, and a shrink makes one of them', async () => {
    await branches.branch('ours', () => branches.fix('one.py', 'b'), UPDATE);
    await branches.branch('theirs', () => branches.fix('one.py', 'd'), {
      ...UPDATE,
      mypy: '1.19.1',
    });
    const { baseline, doubledHeaders } = await branches.merge();
    assert.equal(doubledHeaders.length, 1);
    assert.notEqual(baseline.environment.mypy, '1.19.1');
    await branches.assertNothingNew();
    await branches.assertShrinksClean();
  });

  it('count as the one that is true of the merged code where one configures mypy anew', async () => {
    await branches.branch('ours', () => branches.fix('one.py', 'b'), { mypy: '1.4.1' });
    await branches.branch(
      'theirs',
      () => configure('strict = True\n', 'warn_unreachable = True\n'),
      {
        ...UPDATE,
        mypy: '1.4.1',
      },
    );
    const { headers } = await branches.merge();
    assert.deepEqual(
      headers.map(({ environment }) => environment.mypy),
      ['1.4.1', '1.4.1'],
    );
    await branches.assertNothingNew({ mypy: '1.4.1' });
    await branches.assertShrinksClean({ mypy: '1.4.1' });
  });

  it('are not shrunk in the older environment of two, and say why', async () => {
    await branches.branch('ours', () => branches.fix('one.py', 'b'), UPDATE);
    await branches.branch('theirs', () => branches.fix('one.py', 'd'), {
      ...UPDATE,
      mypy: '1.19.1',
    });
    const { content } = await branches.merge();
    await branches.assertNothingNew({ mypy: '1.19.1' });
    const { status, stderr } = await branches.project.check(['shrink'], { mypy: '1.19.1' });
    assert.equal(status, 2);
    assert.match(stderr, /was written with mypy 2\.\S+ \(here: 1\.19\.1\)/);
    assert.equal((await branches.readBaseline()).content, content);
  });

  it('of which neither is true of the merged code are left until an update', async () => {
    await branches.branch('ours', () => configure('strict = True\n', 'warn_unreachable = True\n'), {
      ...UPDATE,
      mypy: '1.4.1',
    });
    await branches.branch(
      'theirs',
      () => configure('[mypy-five.*]\n', 'disallow_any_expr = True\n'),
      { ...UPDATE, mypy: '1.4.1' },
    );
    const { content, doubledHeaders } = await branches.merge();
    assert.equal(doubledHeaders.length, 1);
    await branches.assertNothingNew({ mypy: '1.4.1' });
    const shrink = await branches.project.check(['shrink'], { mypy: '1.4.1' });
    assert.equal(shrink.status, 2);
    assert.match(shrink.stderr, /another mypy configuration/);
    assert.equal((await branches.readBaseline()).content, content);
    const update = await branches.project.check(['update', '--any-environment'], { mypy: '1.4.1' });
    assert.equal(update.status, 0, update.stderr);
    assert.deepEqual((await branches.readBaseline()).doubledHeaders, []);
    await branches.assertShrinksClean({ mypy: '1.4.1' });
  });
});
