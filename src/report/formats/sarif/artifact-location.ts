import { toWellFormed } from '../json-text.js';
import { repositoryPath } from '../repository-path.js';

/** What SARIF's relative addresses are relative to: the top of the repository. */
export const SOURCE_ROOT = '%SRCROOT%';

export interface ArtifactLocation {
  /** Percent-encoded. */
  readonly uri: string;
  readonly uriBaseId?: typeof SOURCE_ROOT;
}

/**
 * A file as SARIF names it.
 *
 * @param path Relative to the project's root and `/`-separated, or absolute when outside of it.
 * @param prefix Path of the project's root within its repository; empty at its top.
 */
export function artifactLocation(path: string, prefix: string): ArtifactLocation {
  if (path.startsWith('//')) return { uri: `file:${encodePath(path)}` };
  if (path.startsWith('/')) return { uri: `file://${encodePath(path)}` };
  const drive = /^([A-Za-z]:)\/(.*)$/s.exec(path);
  if (drive !== null) return { uri: `file:///${drive[1]}/${encodePath(drive[2] ?? '')}` };
  return { uri: encodePath(repositoryPath({ prefix }, path)), uriBaseId: SOURCE_ROOT };
}

function encodePath(path: string): string {
  return toWellFormed(path).split('/').map(encodeURIComponent).join('/');
}
