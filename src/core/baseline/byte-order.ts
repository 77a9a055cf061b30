import type { BaselineEntry } from './baseline.js';

/**
 * Orders strings as their UTF-8 bytes would: JavaScript's own order is that of UTF-16 code units,
 * which puts U+10000 and above before U+E000.
 */
export function compareBytes(left: string, right: string): number {
  // Neighbours in a baseline mostly share a path, a code and a scope.
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a !== b) return codePointRank(a) - codePointRank(b);
  }
  return left.length - right.length;
}

/** Moves surrogates, which stand for the highest code points, above all other code units. */
function codePointRank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** The order of the lines in a baseline file: path, scope, code, message, text. */
export function compareEntries(left: BaselineEntry, right: BaselineEntry): number {
  return (
    compareBytes(left.path, right.path) ||
    compareBytes(left.scope, right.scope) ||
    compareBytes(left.code, right.code) ||
    compareBytes(left.message, right.message) ||
    compareBytes(left.text, right.text) ||
    compareAcceptances(left, right)
  );
}

function compareAcceptances(left: BaselineEntry, right: BaselineEntry): number {
  return (
    compareBytes(left.acceptance?.reason ?? '', right.acceptance?.reason ?? '') ||
    compareBytes(left.acceptance?.expires ?? '', right.acceptance?.expires ?? '')
  );
}
