import type { BaselineCounts } from '../../core/counts/counts.js';
import type {
  ErrorItem,
  ErrorsParams,
  ProjectSnapshot,
  ShownProblem,
} from '../../protocol/messages.js';
import type {
  CategoryNode,
  CodeNode,
  CountedNode,
  ErrorNode,
  FileNode,
  TreeNode,
} from './tree-node.js';

const NO_COUNTS: BaselineCounts = { current: 0, committed: 0, new: 0, fixed: 0 };

/** Whether there is a baseline to compare with; without one no error is new. */
export function isCompared({ presence }: ProjectSnapshot): boolean {
  return presence === 'committed' || presence === 'uncommitted';
}

/** Whether there was never a result because no Python has mypy. */
export function lacksInterpreter({ result, stale }: ProjectSnapshot): boolean {
  return result === null && stale?.remedy === 'select-interpreter';
}

/** What there is to say of a project, the gravest first: why its result is old comes before the rest. */
export function listProblems({ stale, problems }: ProjectSnapshot): readonly ShownProblem[] {
  return stale === null ? problems : [stale, ...problems];
}

/** The first level: the projects where there are several, else the rows of the only one. */
export function listRoots(
  snapshots: readonly ProjectSnapshot[],
  focusOnNew: boolean,
): readonly TreeNode[] {
  const [only, second] = snapshots;
  if (only === undefined) return [];
  // The view's welcome says it, with its buttons; VS Code shows it only where there are no rows.
  if (second === undefined && lacksInterpreter(only)) return [];
  if (second === undefined) return listProjectRows(only, focusOnNew);
  return snapshots.map((snapshot) => ({
    kind: 'project',
    id: snapshot.project,
    snapshot,
    counts: snapshot.result?.totals ?? NO_COUNTS,
  }));
}

/** The rows below a row. The errors of a file are asked of the server: see {@link toErrorNodes}. */
export function listChildren(
  node: Exclude<CountedNode, FileNode>,
  focusOnNew: boolean,
): readonly TreeNode[] {
  const { snapshot } = node;
  switch (node.kind) {
    case 'project':
      return listProjectRows(snapshot, focusOnNew);
    case 'category':
      return node.counts.codes
        .map((counts): CodeNode => {
          const id = childId(node, counts.code);
          return { kind: 'code', id, snapshot, parent: node, counts };
        })
        .filter((child) => isShown(child, focusOnNew));
    case 'code':
      return node.counts.files
        .map((counts): FileNode => {
          const id = childId(node, counts.path);
          return { kind: 'file', id, snapshot, parent: node, counts };
        })
        .filter((child) => isShown(child, focusOnNew));
  }
}

/** What to ask the server for when a file is expanded. */
export function toErrorsParams({ snapshot, parent, counts }: FileNode): ErrorsParams {
  return {
    project: snapshot.project,
    category: parent.parent.counts.category.id,
    code: parent.counts.code,
    path: counts.path,
  };
}

/** The server's answer to {@link toErrorsParams} as rows. */
export function toErrorNodes(
  file: FileNode,
  errors: readonly ErrorItem[],
  focusOnNew: boolean,
): readonly ErrorNode[] {
  const { snapshot } = file;
  return errors
    .filter(({ status }) => !focusOnNew || !isCompared(snapshot) || status === 'new')
    .map((error) => ({ kind: 'error', id: childId(file, error.id), snapshot, error }));
}

/** The new errors in and below a row. */
export function listNewErrors(node: TreeNode): readonly ErrorItem[] {
  const all = isCompared(node.snapshot) ? (node.snapshot.result?.newErrors ?? []) : [];
  return all.filter((error) => isWithin(error, node));
}

function isWithin(error: ErrorItem, node: TreeNode): boolean {
  switch (node.kind) {
    case 'problem':
    case 'create-baseline':
      return false;
    case 'project':
      return true;
    case 'category':
      return error.category === node.counts.category.id;
    case 'code':
      return error.code === node.counts.code && isWithin(error, node.parent);
    case 'file':
      return error.path === node.counts.path && isWithin(error, node.parent);
    case 'error':
      return error.id === node.error.id;
  }
}

function listProjectRows(snapshot: ProjectSnapshot, focusOnNew: boolean): readonly TreeNode[] {
  const { project, result, presence } = snapshot;
  const rows: TreeNode[] = listProblems(snapshot).map((problem, index) => {
    return { kind: 'problem', id: `${project}#problem ${index}`, snapshot, problem };
  });
  if (result === null) return rows;
  if (presence === 'absent' && result.totals.current > 0) {
    rows.push({ kind: 'create-baseline', id: `${project}#create-baseline`, snapshot });
  }
  const categories = result.categories
    .map((counts): CategoryNode => {
      return { kind: 'category', id: `${project}#${counts.category.id}`, snapshot, counts };
    })
    .filter((node) => isShown(node, focusOnNew));
  return [...rows, ...categories];
}

function isShown({ counts, snapshot }: CountedNode, focusOnNew: boolean): boolean {
  return !focusOnNew || !isCompared(snapshot) || counts.new > 0;
}

/** No error code or path holds a tab, so no two rows have the same id. */
function childId(parent: CountedNode, name: string): string {
  return `${parent.id}\t${name}`;
}
