import type { BaseLanguageClient, CancellationToken, Disposable } from 'vscode-languageclient/node';
import type { NotificationDescriptor, RequestDescriptor } from '../protocol/messages.js';

/** Asks the server one of our own requests. What the commands and views know of the server. */
export type SendRequest = <Params, Result>(
  request: RequestDescriptor<Params, Result>,
  params: Params,
  /** Whether the answer is still wanted. */
  token?: CancellationToken,
) => Promise<Result>;

export function sendRequest<Params, Result>(
  client: BaseLanguageClient,
  { method }: RequestDescriptor<Params, Result>,
  params: Params,
  token?: CancellationToken,
): Promise<Result> {
  // A token that is there and undefined would be taken for a second parameter.
  return token === undefined
    ? client.sendRequest<Result>(method, params)
    : client.sendRequest<Result>(method, params, token);
}

export function sendNotification<Params>(
  client: BaseLanguageClient,
  { method }: NotificationDescriptor<Params>,
  params: Params,
): Promise<void> {
  return client.sendNotification(method, params);
}

export function onRequest<Params, Result>(
  client: BaseLanguageClient,
  { method }: RequestDescriptor<Params, Result>,
  handle: (params: Params) => Promise<Result>,
): Disposable {
  return client.onRequest<unknown, void>(method, handle);
}

export function onNotification<Params>(
  client: BaseLanguageClient,
  { method }: NotificationDescriptor<Params>,
  handle: (params: Params) => void,
): Disposable {
  return client.onNotification(method, handle);
}
