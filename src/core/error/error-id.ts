import type { LocatedError } from './mypy-error.js';

/**
 * Names errors so that the names last from one check to the next while an error stays the same: 16
 * hex digits of what a baseline entry would say, and a number where several say the same. Remembers
 * the digits of errors that it has seen, because most are the very same values in the next check.
 */
export class ErrorNamer {
  readonly #digits = new WeakMap<LocatedError, string>();

  /** A name for each error, in the order given. */
  name(errors: readonly LocatedError[]): readonly string[] {
    const seen = new Map<string, number>();
    return errors.map((error) => {
      const digits = this.#digitsOf(error);
      const count = seen.get(digits) ?? 0;
      seen.set(digits, count + 1);
      return count === 0 ? digits : `${digits}-${count}`;
    });
  }

  #digitsOf(error: LocatedError): string {
    const known = this.#digits.get(error);
    if (known !== undefined) return known;
    const { path, code, scope, message, text } = error;
    const digits = hash([path, code, scope, message, text].join('\0'));
    this.#digits.set(error, digits);
    return digits;
  }
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
