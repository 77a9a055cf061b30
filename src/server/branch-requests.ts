import type { Connection } from 'vscode-languageserver';
import {
  BaseFileRequest,
  BranchMarkdownRequest,
  BranchRowsRequest,
  CompareWithRequest,
  RevisionsRequest,
} from '../protocol/branch-messages.js';
import type { ProjectId } from '../protocol/messages.js';
import { onRequest } from './endpoints.js';
import { SWITCHED_OFF } from './host-ports.js';
import type { ProjectHost } from './project-host.js';

/** Answers what the editor asks of a project's branch. */
export function listenToBranchRequests(
  connection: Connection,
  hostOf: (project: ProjectId) => ProjectHost,
): void {
  onRequest(connection, CompareWithRequest, ({ project, revision }) =>
    hostOf(project).compareWith(revision),
  );
  onRequest(
    connection,
    RevisionsRequest,
    async ({ project }) =>
      (await hostOf(project).branch?.listRevisions()) ?? { kind: 'unknown', why: SWITCHED_OFF },
  );
  onRequest(
    connection,
    BranchRowsRequest,
    async (params) => (await hostOf(params.project).branch?.listRows(params)) ?? [],
  );
  onRequest(
    connection,
    BaseFileRequest,
    async ({ project, commit, path }) =>
      (await hostOf(project).branch?.readBaseFile(commit, path)) ?? { path, text: null },
  );
  onRequest(
    connection,
    BranchMarkdownRequest,
    async ({ project }) => (await hostOf(project).branch?.toMarkdown()) ?? null,
  );
}
