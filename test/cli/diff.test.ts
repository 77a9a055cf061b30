import assert from 'node:assert/strict';
import { CliProject } from '../support/cli/cli-project.js';
import { commitAll } from '../support/git/repository.js';

const FILES = {
  'mypy.ini': '[mypy]\nstrict = True\n',
  'shop/__init__.py': '',
  'shop/cart.py': [
    'def total(prices: list[int]) -> int:',
    '    return "nothing"',
    '',
    '',
    'def first(prices: list[int]) -> int:',
    '    return str(prices[0])',
    '',
  ].join('\n'),
} as const;

describe('diff', () => {
  let project: CliProject;

  beforeEach(async () => {
    project = await CliProject.create(FILES);
    await project.commitBaseline();
    await project.git('switch', '--quiet', '--create', 'topic');
  });
  afterEach(() => project.remove());

  it('says of a branch without a change that it has none', async () => {
    const { status, stdout, stderr } = await project.check(['diff', 'main']);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^main at [0-9a-f]{10}: 2 errors → 2 \(±0\)$/m);
    assert.match(stdout, /^0 new, 0 accepted, 0 fixed, 0 moved or edited$/m);
  });

  it('tells what a branch adds, accepts with its author, fixes and moves', async () => {
    await project.folder.write('shop/orders.py', 'number: int = "seven"\n');
    await project.check(['update', '--reason', 'orders come from a file']);
    await commitAll(project.folder.path, 'orders');
    // Fixes one, moves the other down into a renamed function, and brings one that nobody accepted.
    await project.folder.edit('shop/cart.py', 'return "nothing"', 'return sum(prices)');
    await project.folder.edit('shop/cart.py', 'def first', '# The cheapest.\ndef cheapest');
    await project.folder.write('shop/stock.py', 'def count():\n    return 1\n');
    const { status, stdout, stderr } = await project.check(['diff', 'main']);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^main at [0-9a-f]{10}: 2 errors → 3 \(\+1\)$/m);
    assert.match(
      stdout,
      /^shop\/cart\.py\n {2}- Incompatible return value type .*\[return-value\]$/m,
    );
    assert.match(
      stdout,
      /^shop\/orders\.py\n {2}~ Incompatible types .*\[assignment\] \(orders come from a file, Test\)$/m,
    );
    assert.match(stdout, /^shop\/stock\.py\n {2}\+ 1: Function is missing .*\[no-untyped-def\]$/m);
    assert.match(stdout, /^1 new, 1 accepted, 1 fixed, 1 moved or edited$/m);
  });

  it('measures from the merge base, not from the other branch', async () => {
    await project.git('switch', '--quiet', 'main');
    await project.folder.write('shop/late.py', 'late: int = "main"\n');
    await project.check(['update']);
    await commitAll(project.folder.path, 'more debt on main');
    await project.git('switch', '--quiet', 'topic');
    const { status, stdout } = await project.check(['diff', 'main']);
    assert.equal(status, 0);
    assert.match(stdout, /^0 new, 0 accepted, 0 fixed/m);
  });

  it('fails on a revision that is not there, and on one without a baseline', async () => {
    const missing = await project.check(['diff', 'no-such-branch']);
    assert.equal(missing.status, 2);
    assert.match(missing.stderr, /no-such-branch could not be compared with: .*no-such-branch/);
    const early = await project.check(['diff', 'main~1']);
    assert.equal(early.status, 2);
    assert.match(early.stderr, /main~1 could not be compared with: there is no baseline at main~1/);
  });

  it('says why it could not compare, also where the gate does not ask for growth', async () => {
    await project.folder.write('mypy-ratchet.toml', 'growth = "off"\n');
    const { status, stderr } = await project.check(['diff', 'no-such-branch']);
    assert.equal(status, 2);
    assert.match(stderr, /could not be compared with: there is no no-such-branch/);
  });
});
