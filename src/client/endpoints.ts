import type { BaseLanguageClient, Disposable } from 'vscode-languageclient/node';
import type { NotificationDescriptor, RequestDescriptor } from '../protocol/messages.js';

/** Asks the server one of our own requests. What the commands and views know of the server. */
export type SendRequest = <Params, Result>(
  request: RequestDescriptor<Params, Result>,
  params: Params,
) => Promise<Result>;

export function sendRequest<Params, Result>(
  client: BaseLanguageClient,
  { method }: RequestDescriptor<Params, Result>,
  params: Params,
): Promise<Result> {
  return client.sendRequest<Result>(method, params);
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
