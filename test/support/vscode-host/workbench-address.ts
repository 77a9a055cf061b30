import { resolve } from 'node:path';

/** What the workbench in the browser opens and loads. All paths absolute. */
export interface WorkbenchRequest {
  /** A folder or a `.code-workspace` file. */
  readonly folder: string;
  readonly extensionDevelopmentPaths?: readonly string[];
  readonly extensionTestsPath?: string;
}

/** The URL of the workbench for a request. */
export function workbenchAddress(server: string, request: WorkbenchRequest): string {
  const payload = [
    ...(request.extensionDevelopmentPaths ?? []).map((path) => [
      'extensionDevelopmentPath',
      toRemoteUri(path),
    ]),
    ...(request.extensionTestsPath === undefined
      ? []
      : [['extensionTestsPath', toRemoteUri(request.extensionTestsPath)]]),
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  const place = request.folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
  const query = new URLSearchParams({
    [place]: resolve(request.folder),
    payload: JSON.stringify(payload),
  });
  return `${server}?${query}`;
}

/** The server's files as the page names them; the authority is the word `remote`. */
function toRemoteUri(path: string): string {
  return `vscode-remote://remote${encodeURI(resolve(path)).replaceAll('#', '%23')}`;
}
