/**
 * A path of mypy's, relative to the project root and `/`-separated; absolute when it lies outside.
 *
 * @param path As mypy prints it: absolute, or relative to `root`.
 * @param root Absolute. A Windows path here makes `\` a separator and the comparison case-blind.
 */
export function toProjectPath(path: string, root: string): string {
  const windows = isWindowsPath(root);
  const base = split(root, windows);
  const full = isAbsolute(path, windows)
    ? split(path, windows)
    : resolve([...base, ...split(path, windows)]);
  const inside =
    full.length > base.length && base.every((part, index) => same(part, full[index], windows));
  if (inside) return full.slice(base.length).join('/');
  return `${full[0] === '' || windows ? '' : '/'}${full.join('/')}`;
}

function isWindowsPath(path: string): boolean {
  return /^[A-Za-z]:[\\/]/.test(path) || path.startsWith('\\\\');
}

function isAbsolute(path: string, windows: boolean): boolean {
  return path.startsWith('/') || (windows && isWindowsPath(path));
}

/** The parts of a path without `.` and empty ones; a leading `//server` keeps its place. */
function split(path: string, windows: boolean): readonly string[] {
  const slashed = windows ? path.replaceAll('\\', '/') : path;
  const parts = resolve(slashed.split('/').filter((part) => part !== ''));
  return windows && slashed.startsWith('//') ? ['', '', ...parts] : parts;
}

function resolve(parts: readonly string[]): readonly string[] {
  const resolved: string[] = [];
  for (const part of parts) {
    if (part === '.') continue;
    if (part === '..' && resolved.length > 0 && resolved.at(-1) !== '..') resolved.pop();
    else resolved.push(part);
  }
  return resolved;
}

function same(left: string, right: string | undefined, windows: boolean): boolean {
  if (right === undefined) return false;
  return windows ? left.toLowerCase() === right.toLowerCase() : left === right;
}
