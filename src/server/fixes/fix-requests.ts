import type { CancellationToken, Connection } from 'vscode-languageserver';
import {
  FixChoicesRequest,
  type FixRefusal,
  ProveFixesRequest,
  VerifyFixesRequest,
} from '../../protocol/fix-messages.js';
import type { ProjectId } from '../../protocol/messages.js';
import { onRequest } from '../endpoints.js';
import type { FixHost } from './fix-host.js';

const SWITCHED_OFF: FixRefusal = {
  kind: 'refused',
  message: 'Mypy Ratchet is switched off in this folder.',
};

/** Answers what the editor asks about fixes of many errors. */
export function listenToFixRequests(
  connection: Connection,
  fixesOf: (project: ProjectId) => FixHost | undefined,
): void {
  onRequest(
    connection,
    FixChoicesRequest,
    async ({ project, scope }) => (await fixesOf(project)?.listChoices(scope)) ?? SWITCHED_OFF,
  );
  onRequest(
    connection,
    ProveFixesRequest,
    async ({ project, scope, fix }, token) =>
      (await fixesOf(project)?.prove(scope, fix, toSignal(token))) ?? SWITCHED_OFF,
  );
  onRequest(
    connection,
    VerifyFixesRequest,
    async ({ project, proposal, made }) =>
      (await fixesOf(project)?.verify(proposal, made)) ?? SWITCHED_OFF,
  );
}

function toSignal(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
