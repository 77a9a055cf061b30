import type { LocatedError } from './mypy-error.js';

/**
 * Names for errors that last from one check to the next while an error stays the same: 16 hex
 * digits of what a baseline entry would say, and a number where several say the same.
 */
export function nameErrors(errors: readonly LocatedError[]): readonly string[] {
  const seen = new Map<string, number>();
  return errors.map(({ path, code, scope, message, text }) => {
    const name = hash([path, code, scope, message, text].join('\0'));
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return count === 0 ? name : `${name}-${count}`;
  });
}

/** FNV-1a over UTF-16 code units, twice with different seeds. Not for secrets. */
function hash(text: string): string {
  return hex(fnv1a(text, 0x811c9dc5)) + hex(fnv1a(text, 0x01234567));
}

function fnv1a(text: string, seed: number): number {
  let value = seed;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
