import assert from 'node:assert/strict';
import {
  hasRoots,
  listChildren,
  listNewErrors,
  listRoots,
  type TreeLook,
  toErrorNodes,
  toErrorsParams,
} from '../../../src/client/views/tree-model.js';
import type { GroupNode, TreeNode } from '../../../src/client/views/tree-node.js';
import { DEFAULT_TREE_OPTIONS } from '../../../src/client/views/tree-options.js';
import { ENGLISH } from '../../../src/core/language/language.js';
import type { ProjectSnapshot } from '../../../src/protocol/messages.js';
import {
  ANNOTATIONS,
  CALLS,
  counts,
  errorItem,
  NO_INTERPRETER,
  PAUSED,
  projectResult,
  projectSnapshot,
} from '../../support/client/snapshots.js';

const ALL: TreeLook = { ...DEFAULT_TREE_OPTIONS, focusOnNew: false, language: ENGLISH };
const FOCUSED: TreeLook = { ...ALL, focusOnNew: true };

function below(node: TreeNode, look = ALL): readonly TreeNode[] {
  if (node.kind !== 'project' && node.kind !== 'group') return [];
  return listChildren(node, look) ?? [];
}

/** Every row down to those that have errors below them, in order. */
function walk(snapshots: readonly ProjectSnapshot[], look = ALL): readonly TreeNode[] {
  const deep = (node: TreeNode): readonly TreeNode[] => [node, ...below(node, look).flatMap(deep)];
  return listRoots(snapshots, look).flatMap(deep);
}

/** What the rows are: their level where they are groups. */
function kinds(nodes: readonly TreeNode[]): readonly string[] {
  return nodes.map((node) => (node.kind === 'group' ? node.group.level : node.kind));
}

function keys(nodes: readonly TreeNode[]): readonly string[] {
  return nodes.map((node) => (node.kind === 'group' ? node.group.key : node.kind));
}

function fileOf(snapshot: ProjectSnapshot, path: string): GroupNode {
  const file = walk([snapshot]).find(
    (node): node is GroupNode =>
      node.kind === 'group' && node.group.level === 'file' && node.group.key === path,
  );
  assert.ok(file !== undefined);
  return file;
}

describe('the rows of the tree', () => {
  it('begins with the categories, in the order of the server', () => {
    const roots = listRoots([projectSnapshot()], ALL);
    assert.deepEqual(keys(roots), ['call-signature', 'missing-annotations']);
  });

  it('begins with the projects where there are several', () => {
    const other = projectSnapshot({ project: 'file:///stock', name: 'stock', result: null });
    const roots = listRoots([projectSnapshot(), other], ALL);
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
    assert.deepEqual(listRoots([projectSnapshot({ result: null })], ALL), []);
    assert.deepEqual(listRoots([], ALL), []);
  });

  it('says what keeps the first check from being complete', () => {
    const snapshot = projectSnapshot({ result: null, stale: PAUSED });
    assert.deepEqual(kinds(listRoots([snapshot], ALL)), ['problem']);
  });

  it('leaves a missing interpreter to the welcome, unless other projects have rows', () => {
    const snapshot = projectSnapshot({ result: null, stale: NO_INTERPRETER });
    assert.deepEqual(listRoots([snapshot], ALL), []);
    const [project] = listRoots([snapshot, projectSnapshot()], ALL);
    assert.ok(project !== undefined);
    assert.deepEqual(kinds(below(project)), ['problem']);
  });

  it('keeps the result and says first why it is old', () => {
    const roots = listRoots([projectSnapshot({ stale: PAUSED })], ALL);
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

describe('whether there are rows', () => {
  it('is what the rows themselves say', () => {
    const empty = projectResult({ totals: counts(0, 0), categories: [], newErrors: [] });
    const hidden = { ...ALL, text: 'nothing is called so' };
    for (const look of [ALL, FOCUSED, hidden]) {
      for (const presence of ['absent', 'committed', 'unusable'] as const) {
        for (const stale of [null, PAUSED, NO_INTERPRETER]) {
          for (const result of [null, empty, projectResult()]) {
            const snapshot = projectSnapshot({ presence, stale, result });
            for (const snapshots of [[], [snapshot], [snapshot, projectSnapshot()]]) {
              assert.equal(hasRoots(snapshots, look), listRoots(snapshots, look).length > 0);
            }
          }
        }
      }
    }
  });
});

describe('the rows without a baseline', () => {
  const absent = projectSnapshot({ presence: 'absent' });

  it('invites to create one, first', () => {
    assert.deepEqual(kinds(listRoots([absent], ALL)), ['create-baseline', 'category', 'category']);
  });

  it('does not invite where there is nothing to put in it', () => {
    const result = projectResult({ totals: counts(0, 0), categories: [], newErrors: [] });
    assert.deepEqual(listRoots([{ ...absent, result }], ALL), []);
  });

  it('hides nothing and calls nothing new', () => {
    assert.equal(listRoots([absent], FOCUSED).length, 3);
    for (const node of walk([absent])) assert.deepEqual(listNewErrors(node), []);
  });
});

describe('the focus on new errors', () => {
  it('leaves the rows that have some', () => {
    const nodes = walk([projectSnapshot()], FOCUSED);
    assert.deepEqual(kinds(nodes), ['category', 'code', 'file']);
    assert.equal(fileOf(projectSnapshot(), 'shop/cart.py').id, nodes.at(-1)?.id);
  });

  it('leaves the new errors of a file', () => {
    const file = fileOf(projectSnapshot(), 'shop/cart.py');
    const errors = [errorItem(), errorItem({ id: 'e2', status: 'baseline' })];
    assert.deepEqual(
      toErrorNodes(file, errors, FOCUSED).map(({ error }) => error.id),
      ['e1'],
    );
    assert.equal(toErrorNodes(file, errors, ALL).length, 2);
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
    const callArg = { ...counts(1, 0, 1), path: 'shop/cart.py' };
    const calls = {
      ...CALLS,
      codes: [...CALLS.codes, { ...counts(1, 0, 1), code: 'call-arg', files: [callArg] }],
    };
    const result = projectResult({ newErrors, categories: [calls, ANNOTATIONS] });
    const snapshot = projectSnapshot({ result });
    const idsOf = (node: TreeNode) => listNewErrors(node).map(({ id }) => id);
    const [category] = listRoots([snapshot], ALL);
    assert.ok(category !== undefined);
    const [code] = below(category);
    assert.ok(code !== undefined);
    assert.deepEqual(idsOf(category), ['e1', 'e2', 'e3']);
    assert.deepEqual(idsOf(code), ['e1', 'e2']);
    const file = fileOf(snapshot, 'shop/cart.py');
    assert.deepEqual(idsOf(file), ['e1']);
    const [error] = toErrorNodes(file, [errorItem()], ALL);
    assert.ok(error !== undefined);
    assert.deepEqual(idsOf(error), ['e1']);
  });
});
