import { readFileSync } from 'node:fs';

/**
 * The version of a package. Read when it runs: a bundle and its package are installed side by side.
 *
 * @param manifest Absolute, of the package.json.
 */
export function packageVersion(manifest: string): string {
  const content: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  const isVersioned = typeof content === 'object' && content !== null && 'version' in content;
  return isVersioned ? String(content.version) : 'unknown';
}
