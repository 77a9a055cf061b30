import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { NotificationDescriptor, RequestDescriptor } from '../protocol/messages.js';

/** Answers one of our own requests. */
export function onRequest<Params, Result>(
  connection: Connection,
  { method }: RequestDescriptor<Params, Result>,
  handle: (params: Params, token: CancellationToken) => Promise<Result>,
): void {
  connection.onRequest(
    method,
    (params: Params, token: CancellationToken): Promise<unknown> => handle(params, token),
  );
}

/** Hears one of our own notifications. */
export function onNotification<Params>(
  connection: Connection,
  { method }: NotificationDescriptor<Params>,
  handle: (params: Params) => Promise<void>,
): void {
  connection.onNotification(method, (params: Params) => handle(params));
}

export function sendRequest<Params, Result>(
  connection: Connection,
  { method }: RequestDescriptor<Params, Result>,
  params: Params,
): Promise<Result> {
  return connection.sendRequest<Result>(method, params);
}

export function sendNotification<Params>(
  connection: Connection,
  { method }: NotificationDescriptor<Params>,
  params: Params,
): Promise<void> {
  return connection.sendNotification(method, params);
}
