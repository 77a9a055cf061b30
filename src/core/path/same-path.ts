import { toSlashes } from './place.js';

const WINDOWS_PATH = /^(?:[A-Za-z]:[\\/]|\\\\)/;

/**
 * Whether two absolute paths are the same. On Windows git writes `C:/shop`, VS Code `c:\shop` and
 * Node whatever it was given; there, which the paths themselves tell, case and separators do not count.
 */
export function isSamePath(left: string, right: string): boolean {
  if (left === right) return true;
  const isWindows = WINDOWS_PATH.test(left) && WINDOWS_PATH.test(right);
  return isWindows && toSlashes(left).toLowerCase() === toSlashes(right).toLowerCase();
}
