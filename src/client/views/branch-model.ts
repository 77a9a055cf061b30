import type { BranchGrouping } from '../../core/branch/group-branch.js';
import type { Language } from '../../core/language/language.js';
import type { BranchRow, BranchRowsParams, ShownBranch } from '../../protocol/branch-messages.js';
import type { ProjectId, ProjectSnapshot } from '../../protocol/messages.js';
import type {
  BranchDetail,
  BranchDetailNode,
  BranchGroupNode,
  BranchNode,
  BranchProjectNode,
  BranchRowNode,
  BranchSectionNode,
} from './branch-node.js';

/** The first level: the projects where several are compared, else the rows of the only one. */
export function listBranchRoots(
  snapshots: readonly ProjectSnapshot[],
  branchOf: (project: ProjectId) => ShownBranch,
  language: Language,
): readonly BranchNode[] {
  const compared = snapshots.flatMap((snapshot): readonly BranchProjectNode[] => {
    const branch = branchOf(snapshot.project);
    if (branch.kind === 'off') return [];
    return [{ kind: 'branch-project', id: `${snapshot.project}#branch`, snapshot, branch }];
  });
  const [only, second] = compared;
  if (only === undefined) return [];
  return second === undefined ? listSections(only, language) : compared;
}

/** The rows of a project: what its branch does, or why that is not known. */
export function listSections(
  { id, snapshot, branch }: BranchProjectNode,
  language: Language,
): readonly BranchNode[] {
  const { say } = language;
  const notice = (message: string, isProblem: boolean): readonly BranchNode[] => [
    { kind: 'branch-notice', id: `${id}\tnotice`, snapshot, message, isProblem },
  ];
  switch (branch.kind) {
    case 'off':
      return [];
    case 'unknown':
      return notice(language.express(branch.why), true);
    case 'first':
      return notice(
        say('No baseline at {0} yet: this branch brings the first one.', branch.name),
        false,
      );
    case 'waiting':
      return notice(say('Waits for a check, to compare it with {0}.', branch.name), false);
    case 'compared':
      if (branch.sections.length === 0) {
        return notice(say('Nothing changed against {0}.', branch.name), false);
      }
      return branch.sections.map((section) => {
        const sectionId = `${id}\t${section.kind}`;
        return { kind: 'branch-section', id: sectionId, snapshot, branch, section };
      });
  }
}

export function listGroups(
  parent: BranchSectionNode,
  grouping: BranchGrouping,
): readonly BranchGroupNode[] {
  const { byCategory, byFile } = parent.section;
  return (grouping === 'category' ? byCategory : byFile).map((group) => {
    const id = `${parent.id}\t${grouping}\t${group.key}`;
    return { kind: 'branch-group', id, snapshot: parent.snapshot, parent, grouping, group };
  });
}

/** What to ask the server for when a group is expanded. */
export function toBranchRowsParams(node: BranchGroupNode): BranchRowsParams {
  const { snapshot, parent, grouping, group } = node;
  return { project: snapshot.project, kind: parent.section.kind, grouping, key: group.key };
}

/** The server's answer to {@link toBranchRowsParams} as rows. */
export function toBranchRowNodes(
  { id, snapshot, parent, grouping }: BranchGroupNode,
  rows: readonly BranchRow[],
): readonly BranchRowNode[] {
  return rows.map((row) => {
    const { branch } = parent;
    return { kind: 'branch-row', id: `${id}\t${row.id}`, snapshot, branch, grouping, row };
  });
}

/** The rows below an item. */
export function listDetails({
  id,
  snapshot,
  branch,
  row,
}: BranchRowNode): readonly BranchDetailNode[] {
  return detailsOf(row).map((detail, index) => {
    return { kind: 'branch-detail', id: `${id}\t${index}`, snapshot, branch, detail };
  });
}

function detailsOf({
  kind,
  causes,
  reason,
  origin,
  atBase,
  text,
}: BranchRow): readonly BranchDetail[] {
  const caused = causes.map((path): BranchDetail => ({ kind: 'cause', path }));
  switch (kind) {
    case 'introduced':
      return caused;
    case 'accepted':
      return [{ kind: 'acceptance', reason, origin }, ...caused];
    case 'fixed':
      return [];
    case 'moved':
      return atBase === null || atBase.text === text ? [] : [{ kind: 'before', text: atBase.text }];
  }
}
