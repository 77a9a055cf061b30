import assert from 'node:assert/strict';
import type { TreeItem } from 'vscode';
import { toBranchTreeItem } from '../../../src/client/views/branch-item.js';
import {
  listBranchRoots,
  listDetails,
  listGroups,
  toBranchRowNodes,
} from '../../../src/client/views/branch-model.js';
import type { BranchNode } from '../../../src/client/views/branch-node.js';
import { toTreeItem } from '../../../src/client/views/tree-item.js';
import { listChildren, listRoots, toErrorNodes } from '../../../src/client/views/tree-model.js';
import type { TreeNode } from '../../../src/client/views/tree-node.js';
import { DEFAULT_TREE_OPTIONS, GROUPINGS } from '../../../src/client/views/tree-options.js';
import { ENGLISH, verbatim } from '../../../src/core/language/language.js';
import type { ShownBranch } from '../../../src/protocol/branch-messages.js';
import { branchRow, comparedBranch } from '../../support/client/branches.js';
import { errorItem, PAUSED, projectSnapshot } from '../../support/client/snapshots.js';

/** Every kind of row of the tree, below every grouping. */
function* rowsOfTree(): Generator<TreeNode> {
  const shop = projectSnapshot({ stale: PAUSED });
  const bare = projectSnapshot({ project: 'file:///bare', presence: 'absent' });
  for (const grouping of GROUPINGS) {
    const look = { ...DEFAULT_TREE_OPTIONS, grouping, focusOnNew: false, language: ENGLISH };
    const waiting: TreeNode[] = [...listRoots([shop, bare], look)];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      yield node;
      if (node.kind !== 'project' && node.kind !== 'group') continue;
      const below = listChildren(node, look);
      if (below !== undefined) waiting.push(...below);
      else if (node.kind === 'group') waiting.push(...toErrorNodes(node, [errorItem()], look));
    }
  }
}

/** Every kind of row of the branch view. */
function* rowsOfBranch(): Generator<BranchNode> {
  const [shop, other] = [projectSnapshot(), projectSnapshot({ project: 'file:///other' })];
  const branch = comparedBranch();
  const unknown: ShownBranch = { kind: 'unknown', why: verbatim('There is no commit main.') };
  yield* listBranchRoots([shop, other], () => branch, ENGLISH);
  yield* listBranchRoots([shop], () => unknown, ENGLISH);
  const acceptance = { reason: 'legacy', expires: null } as const;
  const row = branchRow({ causes: ['app/models.py'], ...acceptance });
  for (const section of listBranchRoots([shop], () => branch, ENGLISH)) {
    yield section;
    if (section.kind !== 'branch-section') continue;
    for (const group of [...listGroups(section, 'file'), ...listGroups(section, 'category')]) {
      yield group;
      for (const node of toBranchRowNodes(group, [row])) yield* [node, ...listDetails(node)];
    }
  }
}

/** What a screen reader says of a row is words: no icon, and no sign that it would swallow. */
function assertSpoken(kind: string, { accessibilityInformation, command }: TreeItem): void {
  const label = accessibilityInformation?.label ?? '';
  assert.notEqual(label, '', kind);
  assert.doesNotMatch(label, /\$\(|−|\+\d/, `${kind}: ${label}`);
  assert.doesNotMatch(label, /^[\s,.:]|, *$/, `${kind}: ${label}`);
  if (command !== undefined) assert.notEqual(command.title, '', kind);
}

describe('a screen reader', () => {
  it('has words for every row of the tree', () => {
    const kinds = new Set<string>();
    for (const node of rowsOfTree()) {
      kinds.add(node.kind);
      assertSpoken(node.kind, toTreeItem(node, ENGLISH));
    }
    assert.deepEqual([...kinds].sort(), [
      'create-baseline',
      'error',
      'group',
      'problem',
      'project',
    ]);
  });

  it('has words for every row of the branch view', () => {
    const kinds = new Set<string>();
    for (const node of rowsOfBranch()) {
      kinds.add(node.kind);
      assertSpoken(node.kind, toBranchTreeItem(node, ENGLISH));
    }
    assert.equal(kinds.size, 6, [...kinds].join());
  });

  it('hears of a row what a person sees beside it', () => {
    const labels = [...rowsOfTree()].map(
      (node) => toTreeItem(node, ENGLISH).accessibilityInformation?.label ?? '',
    );
    assert.ok(labels.some((label) => label.includes('2 in the committed baseline, 1 new')));
    assert.ok(labels.some((label) => label.startsWith('new: Argument 1')));
    assert.ok(labels.some((label) => label.endsWith('line 7')));
  });
});
