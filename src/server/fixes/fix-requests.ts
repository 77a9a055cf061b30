import type { CancellationToken, Connection } from 'vscode-languageserver';
import {
  FixChoicesRequest,
  type FixRefusal,
  ProveFixesRequest,
  VerifyFixesRequest,
} from '../../protocol/fix-messages.js';
import type { ProjectId } from '../../protocol/messages.js';
import { onRequest } from '../endpoints.js';
import { SWITCHED_OFF } from '../host-ports.js';
import type { ProjectHost } from '../project-host.js';

/** Answers what the editor asks about fixes of many errors. */
export function listenToFixRequests(
  connection: Connection,
  hostOf: (project: ProjectId) => ProjectHost,
): void {
  onRequest(connection, FixChoicesRequest, async ({ project, scope }) => {
    const host = hostOf(project);
    return host.fixes?.listChoices(scope) ?? refuse(host);
  });
  onRequest(connection, ProveFixesRequest, async ({ project, scope, fix }, token) => {
    const host = hostOf(project);
    return host.fixes?.prove(scope, fix, toSignal(token)) ?? refuse(host);
  });
  onRequest(connection, VerifyFixesRequest, async ({ project, proposal, made }) => {
    const host = hostOf(project);
    return host.fixes?.verify(proposal, made) ?? refuse(host);
  });
}

function refuse({ language }: ProjectHost): FixRefusal {
  return { kind: 'refused', message: language.express(SWITCHED_OFF) };
}

function toSignal(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
