import type { BaselineCounts } from '../../core/counts/counts.js';
import type { Language } from '../../core/language/language.js';
import type {
  ErrorItem,
  ErrorsParams,
  ProjectSnapshot,
  ShownProblem,
} from '../../protocol/messages.js';
import { cellFilter, eachCell, type TreeCell } from './tree-cells.js';
import { type CellGroup, groupAll, groupBelow } from './tree-grouping.js';
import type { CountedNode, ErrorNode, GroupNode, TreeNode } from './tree-node.js';
import type { TreeOptions } from './tree-options.js';

const NO_COUNTS: BaselineCounts = { current: 0, committed: 0, new: 0, fixed: 0 };

/** How the tree is to be drawn. */
export interface TreeLook extends TreeOptions {
  /** Whether the whole extension shows new errors only. */
  readonly focusOnNew: boolean;
  /** In which titles of categories are looked for. */
  readonly language: Language;
}

/** Whether there is a baseline to compare with; without one no error is new. */
export function isCompared({ presence }: ProjectSnapshot): boolean {
  return presence === 'committed' || presence === 'uncommitted';
}

/** Whether there was never a result because no Python has mypy. */
export function lacksInterpreter({ result, stale }: ProjectSnapshot): boolean {
  const { kind, remedy } = stale ?? {};
  return result === null && (kind === 'no-interpreter' || remedy === 'select-interpreter');
}

/** What there is to say of a project, the gravest first: why its result is old comes before the rest. */
export function listProblems({ stale, problems }: ProjectSnapshot): readonly ShownProblem[] {
  return stale === null ? problems : [stale, ...problems];
}

/** The first level: the projects where there are several, else the rows of the only one. */
export function listRoots(
  snapshots: readonly ProjectSnapshot[],
  look: TreeLook,
): readonly TreeNode[] {
  const [only, second] = snapshots;
  if (only === undefined) return [];
  // The view's welcome says it, with its buttons; VS Code shows it only where there are no rows.
  if (second === undefined && lacksInterpreter(only)) return [];
  if (second === undefined) return listProjectRows(only, look);
  return snapshots.map((snapshot) => ({
    kind: 'project',
    id: snapshot.project,
    snapshot,
    counts: snapshot.result?.totals ?? NO_COUNTS,
  }));
}

/**
 * Whether {@link listRoots} has any: asked with every snapshot, several times a second while mypy is
 * checking, so no row is made for it.
 */
export function hasRoots(snapshots: readonly ProjectSnapshot[], look: TreeLook): boolean {
  const [only, second] = snapshots;
  if (only === undefined || second !== undefined) return second !== undefined;
  if (lacksInterpreter(only)) return false;
  if (listProblems(only).length > 0 || invitesToCreate(only)) return true;
  if (only.result === null) return false;
  const isShown = filterOf(only, look);
  for (const cell of eachCell(only.result)) if (isShown(cell)) return true;
  return false;
}

/** The rows below a row; undefined where they are errors, which are asked of the server. */
export function listChildren(node: CountedNode, look: TreeLook): readonly TreeNode[] | undefined {
  if (node.kind === 'project') return listProjectRows(node.snapshot, look);
  const { group, above } = node;
  return groupBelow(group, look.grouping, look.sorting)?.map((below) =>
    toGroupNode(node, below, [...above, group]),
  );
}

/** What to ask the server for when a row is expanded that has errors below it. */
export function toErrorsParams({ snapshot, group, above }: GroupNode): ErrorsParams {
  const groups = [...above, group];
  const keyOf = (level: CellGroup['level']) => groups.find((one) => one.level === level)?.key;
  const [category, code] = [group.cells[0]?.category.id, keyOf('code')];
  const isOfCategory = groups.some(({ level }) => level === 'category');
  return {
    project: snapshot.project,
    path: keyOf('file') ?? '',
    ...(code === undefined ? {} : { code }),
    ...(isOfCategory && category !== undefined ? { category } : {}),
  };
}

/** The server's answer to {@link toErrorsParams} as rows. */
export function toErrorNodes(
  node: GroupNode,
  errors: readonly ErrorItem[],
  { focusOnNew, statuses }: TreeLook,
): readonly ErrorNode[] {
  const { snapshot } = node;
  const isShown = ({ status }: ErrorItem) => {
    if (!isCompared(snapshot)) return true;
    if (status === 'new') return statuses.includes('new');
    return !focusOnNew && statuses.includes('baseline');
  };
  return errors
    .filter(isShown)
    .filter(within(node))
    .map((error) => ({ kind: 'error', id: childId(node.id, error.id), snapshot, error }));
}

/** The new errors in and below a row. */
export function listNewErrors(node: TreeNode): readonly ErrorItem[] {
  const all = isCompared(node.snapshot) ? (node.snapshot.result?.newErrors ?? []) : [];
  switch (node.kind) {
    case 'problem':
    case 'create-baseline':
      return [];
    case 'project':
      return all;
    case 'group':
      return all.filter(within(node));
    case 'error':
      return all.filter(({ id }) => id === node.error.id);
  }
}

/** Whether an error is one of those that a row counts. */
function within({ group }: GroupNode): (error: ErrorItem) => boolean {
  const keyOf = (category: string, code: string, path: string) => [category, code, path].join('\t');
  const keys = new Set(
    group.cells.map(({ category, code, path }) => keyOf(category.id, code, path)),
  );
  return ({ category, code, path }) => keys.has(keyOf(category, code, path));
}

function filterOf(snapshot: ProjectSnapshot, look: TreeLook): (cell: TreeCell) => boolean {
  return cellFilter(look, look.focusOnNew && isCompared(snapshot), look.language);
}

function invitesToCreate({ presence, result }: ProjectSnapshot): boolean {
  return presence === 'absent' && result !== null && result.totals.current > 0;
}

function listProjectRows(snapshot: ProjectSnapshot, look: TreeLook): readonly TreeNode[] {
  const { project, result } = snapshot;
  const rows: TreeNode[] = listProblems(snapshot).map((problem, index) => {
    return { kind: 'problem', id: `${project}#problem ${index}`, snapshot, problem };
  });
  if (result === null) return rows;
  if (invitesToCreate(snapshot)) {
    rows.push({ kind: 'create-baseline', id: `${project}#create-baseline`, snapshot });
  }
  const cells = [...eachCell(result)].filter(filterOf(snapshot, look));
  const root = { id: `${project}#${look.grouping}`, snapshot };
  const groups = groupAll(cells, look.grouping, look.sorting);
  return [...rows, ...groups.map((group) => toGroupNode(root, group, []))];
}

function toGroupNode(
  { id, snapshot }: Pick<GroupNode, 'id' | 'snapshot'>,
  group: CellGroup,
  above: readonly CellGroup[],
): GroupNode {
  return {
    kind: 'group',
    id: childId(id, `${group.level} ${group.key}`),
    snapshot,
    group,
    above,
  };
}

/** No error code or path holds a tab, so no two rows have the same id. */
function childId(parent: string, name: string): string {
  return `${parent}\t${name}`;
}
