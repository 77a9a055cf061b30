import { isAbsolute } from 'node:path';
import { Uri } from 'vscode';
import type { ProjectSnapshot } from '../protocol/messages.js';

/** The URI of a path that the server named: relative to the project's root, or absolute. */
export function uriOf({ rootUri }: ProjectSnapshot, path: string): Uri {
  return isAbsolute(path) ? Uri.file(path) : Uri.joinPath(Uri.parse(rootUri, true), path);
}
