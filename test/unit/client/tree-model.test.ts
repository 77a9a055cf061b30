import assert from 'node:assert/strict';
import {
  listChildren,
  listNewErrors,
  listRoots,
  toErrorNodes,
  toErrorsParams,
} from '../../../src/client/views/tree-model.js';
import type { FileNode, TreeNode } from '../../../src/client/views/tree-node.js';
import type { ProjectSnapshot } from '../../../src/protocol/messages.js';
import {
  counts,
  errorItem,
  NO_INTERPRETER,
  PAUSED,
  projectResult,
  projectSnapshot,
} from '../../support/client/snapshots.js';

function below(node: TreeNode, focusOnNew = false): readonly TreeNode[] {
  assert.ok(node.kind === 'project' || node.kind === 'category' || node.kind === 'code');
  return listChildren(node, focusOnNew);
}

/** Every row down to the files, in order. */
function walk(snapshots: readonly ProjectSnapshot[], focusOnNew = false): readonly TreeNode[] {
  const deep = (node: TreeNode): readonly TreeNode[] =>
    node.kind === 'project' || node.kind === 'category' || node.kind === 'code'
      ? [node, ...listChildren(node, focusOnNew).flatMap(deep)]
      : [node];
  return listRoots(snapshots, focusOnNew).flatMap(deep);
}

function kinds(nodes: readonly TreeNode[]): readonly string[] {
  return nodes.map(({ kind }) => kind);
}

function fileOf(snapshot: ProjectSnapshot, path: string): FileNode {
  const file = walk([snapshot]).find(
    (node): node is FileNode => node.kind === 'file' && node.counts.path === path,
  );
  assert.ok(file !== undefined);
  return file;
}

describe('the rows of the tree', () => {
  it('begins with the categories, in the order of the server', () => {
    const roots = listRoots([projectSnapshot()], false);
    assert.deepEqual(
      roots.map((node) => node.kind === 'category' && node.counts.category.id),
      ['call-signature', 'missing-annotations'],
    );
  });

  it('begins with the projects where there are several', () => {
    const other = projectSnapshot({ project: 'file:///stock', name: 'stock', result: null });
    const roots = listRoots([projectSnapshot(), other], false);
    assert.deepEqual(kinds(roots), ['project', 'project']);
    assert.deepEqual(
      roots.map((node) => node.kind === 'project' && node.counts.current),
      [8, 0],
    );
  });

  it('goes from category to code to file', () => {
    assert.deepEqual(kinds(walk([projectSnapshot()])), [
      'category',
      'code',
      'file',
      'file',
      'category',
      'code',
      'file',
    ]);
  });

  it('has no rows before there is something to say', () => {
    assert.deepEqual(listRoots([projectSnapshot({ result: null })], false), []);
    assert.deepEqual(listRoots([], false), []);
  });

  it('says what keeps the first check from being complete', () => {
    const snapshot = projectSnapshot({ result: null, stale: PAUSED });
    assert.deepEqual(kinds(listRoots([snapshot], false)), ['problem']);
  });

  it('leaves a missing interpreter to the welcome, unless other projects have rows', () => {
    const snapshot = projectSnapshot({ result: null, stale: NO_INTERPRETER });
    assert.deepEqual(listRoots([snapshot], false), []);
    const [project] = listRoots([snapshot, projectSnapshot()], false);
    assert.ok(project !== undefined);
    assert.deepEqual(kinds(below(project)), ['problem']);
  });

  it('keeps the result and says first why it is old', () => {
    const roots = listRoots([projectSnapshot({ stale: PAUSED })], false);
    assert.deepEqual(kinds(roots), ['problem', 'category', 'category']);
  });

  it('gives every row its own id, also with two problems of one kind', () => {
    const snapshot = projectSnapshot({ problems: [PAUSED, PAUSED] });
    const nodes = walk([snapshot, { ...snapshot, project: 'file:///stock' }]);
    assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length);
  });

  it('keeps the ids when the numbers change', () => {
    const before = walk([projectSnapshot()]).map(({ id }) => id);
    const result = projectResult({ totals: counts(1, 1), newErrors: [], checkedAt: 0 });
    assert.deepEqual(
      walk([projectSnapshot({ result })]).map(({ id }) => id),
      before,
    );
  });
});

describe('the rows without a baseline', () => {
  const absent = projectSnapshot({ presence: 'absent' });

  it('invites to create one, first', () => {
    assert.deepEqual(kinds(listRoots([absent], false)), [
      'create-baseline',
      'category',
      'category',
    ]);
  });

  it('does not invite where there is nothing to put in it', () => {
    const result = projectResult({ totals: counts(0, 0), categories: [], newErrors: [] });
    assert.deepEqual(listRoots([{ ...absent, result }], false), []);
  });

  it('hides nothing and calls nothing new', () => {
    assert.equal(listRoots([absent], true).length, 3);
    for (const node of walk([absent])) assert.deepEqual(listNewErrors(node), []);
  });
});

describe('the focus on new errors', () => {
  it('leaves the rows that have some', () => {
    const nodes = walk([projectSnapshot()], true);
    assert.deepEqual(kinds(nodes), ['category', 'code', 'file']);
    assert.equal(fileOf(projectSnapshot(), 'shop/cart.py').id, nodes.at(-1)?.id);
  });

  it('leaves the new errors of a file', () => {
    const file = fileOf(projectSnapshot(), 'shop/cart.py');
    const errors = [errorItem(), errorItem({ id: 'e2', status: 'baseline' })];
    assert.deepEqual(
      toErrorNodes(file, errors, true).map(({ error }) => error.id),
      ['e1'],
    );
    assert.equal(toErrorNodes(file, errors, false).length, 2);
  });
});

describe('what lies below a row', () => {
  it('asks for the errors of one file, of one code, in one category', () => {
    assert.deepEqual(toErrorsParams(fileOf(projectSnapshot(), 'shop/cart.py')), {
      project: 'file:///shop',
      category: 'call-signature',
      code: 'arg-type',
      path: 'shop/cart.py',
    });
  });

  it('finds the new errors in and below a row, and no others', () => {
    const newErrors = [
      errorItem(),
      errorItem({ id: 'e2', path: 'shop/order.py' }),
      errorItem({ id: 'e3', code: 'call-arg' }),
      errorItem({ id: 'e4', code: 'no-untyped-def', category: 'missing-annotations' }),
    ];
    const snapshot = projectSnapshot({ result: projectResult({ newErrors }) });
    const idsOf = (node: TreeNode) => listNewErrors(node).map(({ id }) => id);
    const [category] = listRoots([snapshot], false);
    assert.ok(category !== undefined);
    const [code] = below(category);
    assert.ok(code !== undefined);
    assert.deepEqual(idsOf(category), ['e1', 'e2', 'e3']);
    assert.deepEqual(idsOf(code), ['e1', 'e2']);
    const file = fileOf(snapshot, 'shop/cart.py');
    assert.deepEqual(idsOf(file), ['e1']);
    const [error] = toErrorNodes(file, [errorItem()], false);
    assert.ok(error !== undefined);
    assert.deepEqual(idsOf(error), ['e1']);
  });
});
