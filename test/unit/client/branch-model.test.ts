import assert from 'node:assert/strict';
import {
  listBranchRoots,
  listDetails,
  listGroups,
  toBranchRowNodes,
  toBranchRowsParams,
} from '../../../src/client/views/branch-model.js';
import type { BranchRowNode } from '../../../src/client/views/branch-node.js';
import {
  describeBranches,
  describeDetail,
  describeRow,
  describeStale,
  toRowTooltip,
} from '../../../src/client/views/branch-text.js';
import { ENGLISH, verbatim } from '../../../src/core/language/language.js';
import type { BranchRow, ShownBranch } from '../../../src/protocol/branch-messages.js';
import { branchRow, COMMIT, comparedBranch } from '../../support/client/branches.js';
import { PAUSED, projectSnapshot } from '../../support/client/snapshots.js';

const SHOP = projectSnapshot();
const OTHER = projectSnapshot({ project: 'file:///other', name: 'other' });
const OFF: ShownBranch = { kind: 'off' };

/** What the only project's rows say. */
function noticesOf(branch: ShownBranch): readonly string[] {
  return listBranchRoots([SHOP], () => branch, ENGLISH).map((node) => {
    assert.ok(node.kind === 'branch-notice', node.kind);
    return `${node.isProblem ? 'problem' : 'notice'}: ${node.message}`;
  });
}

function nodeOf(row: BranchRow, grouping: 'category' | 'file' = 'category'): BranchRowNode {
  const branch = comparedBranch();
  return { kind: 'branch-row', id: row.id, snapshot: SHOP, branch, grouping, row };
}

/** The rows below an item, with what stands beside them. */
function detailsOf(row: BranchRow): readonly string[] {
  return listDetails(nodeOf(row)).map(({ detail }) => {
    const { label, description } = describeDetail(detail, ENGLISH);
    return `${label} (${description})`;
  });
}

describe('the rows of the branch view', () => {
  it('are none before something is compared', () => {
    assert.deepEqual(
      listBranchRoots([SHOP, OTHER], () => OFF, ENGLISH),
      [],
    );
  });

  it('say why there is nothing to list', () => {
    const base = { name: 'main', commit: COMMIT };
    assert.deepEqual(noticesOf({ kind: 'unknown', why: verbatim('no git') }), ['problem: no git']);
    assert.match(noticesOf({ kind: 'first', ...base })[0] ?? '', /notice: No baseline at main yet/);
    assert.match(noticesOf({ kind: 'waiting', ...base })[0] ?? '', /notice: Waits for a check/);
    assert.deepEqual(noticesOf(comparedBranch([])), ['notice: Nothing changed against main.']);
  });

  it('are sections, groups and items, by category or by file', () => {
    const [section] = listBranchRoots(
      [SHOP, OTHER],
      (project) => (project === SHOP.project ? comparedBranch() : OFF),
      ENGLISH,
    );
    assert.ok(section?.kind === 'branch-section');
    const [byCategory] = listGroups(section, 'category');
    const [byFile] = listGroups(section, 'file');
    assert.ok(byCategory !== undefined && byFile !== undefined);
    assert.notEqual(byCategory.id, byFile.id);
    assert.deepEqual(toBranchRowsParams(byFile), {
      project: SHOP.project,
      kind: 'introduced',
      grouping: 'file',
      key: 'app/cart.py',
    });
    assert.equal(byCategory.group.title, 'Calls and signatures');
    const nodes = toBranchRowNodes(byFile, [branchRow(), branchRow({ id: 'second' })]);
    assert.equal(new Set(nodes.map(({ id }) => id)).size, 2);
  });

  it('begin with the projects where several are compared', () => {
    const roots = listBranchRoots([SHOP, OTHER], () => comparedBranch(), ENGLISH);
    assert.deepEqual(
      roots.map(({ kind, snapshot }) => [kind, snapshot.name]),
      [
        ['branch-project', 'shop'],
        ['branch-project', 'other'],
      ],
    );
  });
});

describe('the words of the branch view', () => {
  it('say against what it is, once', () => {
    const compared = comparedBranch();
    assert.equal(describeBranches([compared, OFF, compared], ENGLISH), 'against main (aaaaaaaa)');
    assert.equal(describeBranches([{ kind: 'unknown', why: verbatim('no git') }], ENGLISH), '');
  });

  it('say why they are old, where something is compared', () => {
    const stale = projectSnapshot({ stale: PAUSED });
    assert.equal(
      describeStale([SHOP], () => comparedBranch()),
      '',
    );
    assert.equal(
      describeStale([stale], () => OFF),
      '',
    );
    assert.equal(
      describeStale([stale], () => comparedBranch()),
      PAUSED.message,
    );
  });

  it('say where a new error is and what broke it', () => {
    const row = branchRow({ causes: ['app/models.py'] });
    assert.equal(describeRow(nodeOf(row), ENGLISH), 'cart.py:5');
    assert.equal(describeRow(nodeOf(row, 'file'), ENGLISH), '5');
    assert.deepEqual(detailsOf(row), ['By your change to models.py (app)']);
    assert.match(
      toRowTooltip(nodeOf(row), ENGLISH),
      /Probably broken by your change to `app\/models\.py`: the branch did not touch this file/,
    );
    const dropped = branchRow({ atBase: { path: 'app/cart.py', message: 'm', text: 't' } });
    assert.match(describeRow(nodeOf(dropped), ENGLISH), /its entry was taken out of the baseline/);
  });

  it('say who accepted an error, when and why', () => {
    const line = {
      commit: 'b'.repeat(40),
      author: 'Ada *Ex*',
      at: Date.UTC(2026, 0, 31),
      subject: 'accept it',
      isOldestKnown: false,
    };
    const origin = { kind: 'committed', line } as const;
    const row = branchRow({ kind: 'accepted', reason: 'waits', expires: '2027-01-31', origin });
    assert.equal(describeRow(nodeOf(row), ENGLISH), 'cart.py:5');
    assert.deepEqual(detailsOf(row), ['waits (Ada *Ex*, 2026-01-31)']);
    assert.match(
      toRowTooltip(nodeOf(row), ENGLISH),
      /because `waits`, until `2027-01-31`\. 2026-01-31 by `Ada \*Ex\*`: `accept it` \(`b{10}`\)\./,
    );
    const stale = branchRow({ kind: 'accepted', place: null, origin: { kind: 'uncommitted' } });
    assert.equal(describeRow(nodeOf(stale), ENGLISH), 'cart.py  fixed since');
    assert.deepEqual(detailsOf(stale), ['No reason given (not committed)']);
  });

  it('say what the base had in place of an error that was edited', () => {
    const atBase = { path: 'app/cart.py', message: 'Missing positional argument', text: 'sum()' };
    const row = branchRow({ kind: 'moved', tier: 'edited', atBase });
    assert.equal(describeRow(nodeOf(row), ENGLISH), 'cart.py:5  edited');
    assert.deepEqual(detailsOf(row), ['sum() (before)']);
    assert.match(
      toRowTooltip(nodeOf(row), ENGLISH),
      /The same error as at `main`: the line was edited/,
    );
    assert.match(toRowTooltip(nodeOf(row), ENGLISH), /It was: `sum\(\)`$/);
  });

  it('say what is fixed as the base has it', () => {
    const row = branchRow({ kind: 'fixed', place: null });
    assert.equal(describeRow(nodeOf(row), ENGLISH), 'cart.py');
    assert.deepEqual(detailsOf(row), []);
    assert.match(toRowTooltip(nodeOf(row), ENGLISH), /As the baseline at `main` has it\.$/);
  });
});
