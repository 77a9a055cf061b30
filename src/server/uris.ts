import { isAbsolute, join } from 'node:path';
import { URI } from 'vscode-uri';

/** The URI of a file that an error names: a path relative to the root, or an absolute one. */
export function toUri(root: string, path: string): string {
  return URI.file(isAbsolute(path) ? path : join(root, path)).toString();
}

/** The path of a `file:` URI, or undefined for any other scheme. */
export function toPath(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}
