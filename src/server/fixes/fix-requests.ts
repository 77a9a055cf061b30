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
import type { FixHost } from './fix-host.js';

const REFUSED: FixRefusal = { kind: 'refused', message: SWITCHED_OFF.message };

/** Answers what the editor asks about fixes of many errors. */
export function listenToFixRequests(
  connection: Connection,
  fixesOf: (project: ProjectId) => FixHost | undefined,
): void {
  onRequest(
    connection,
    FixChoicesRequest,
    async ({ project, scope }) => (await fixesOf(project)?.listChoices(scope)) ?? REFUSED,
  );
  onRequest(
    connection,
    ProveFixesRequest,
    async ({ project, scope, fix }, token) =>
      (await fixesOf(project)?.prove(scope, fix, toSignal(token))) ?? REFUSED,
  );
  onRequest(
    connection,
    VerifyFixesRequest,
    async ({ project, proposal, made }) =>
      (await fixesOf(project)?.verify(proposal, made)) ?? REFUSED,
  );
}

function toSignal(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
