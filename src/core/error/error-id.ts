import { FileMemory } from '../path/file-memory.js';
import type { LocatedError } from './mypy-error.js';

/**
 * Names errors so that the names last from one check to the next while an error stays the same: 16
 * hex digits of what a baseline entry would say, and a number where several say the same. Remembers
 * the names in files that did not change.
 */
export class ErrorNamer {
  readonly #files = new FileMemory(({ path }: LocatedError) => path, nameInFile);
  #last: { readonly errors: readonly LocatedError[]; readonly names: readonly string[] } = {
    errors: [],
    names: [],
  };

  /** A name for each error, in the order given. */
  name(errors: readonly LocatedError[]): readonly string[] {
    if (errors !== this.#last.errors) this.#last = { errors, names: this.#nameAll(errors) };
    return this.#last.names;
  }

  #nameAll(errors: readonly LocatedError[]): readonly string[] {
    const names = errors.map(() => '');
    for (const { indexes, value: own } of this.#files.recall(errors).values()) {
      indexes.forEach((at, position) => {
        names[at] = own[position] ?? '';
      });
    }
    return names;
  }
}

/** What two errors have in common includes their path: within a file all names differ. */
function nameInFile(errors: readonly LocatedError[]): readonly string[] {
  const seen = new Map<string, number>();
  return errors.map(({ path, code, scope, message, text }) => {
    const digits = hash([path, code, scope, message, text].join('\0'));
    const count = seen.get(digits) ?? 0;
    seen.set(digits, count + 1);
    return count === 0 ? digits : `${digits}-${count}`;
  });
}

/** FNV-1a over UTF-16 code units, with two seeds. Not for secrets. */
function hash(text: string): string {
  let [left, right] = [0x811c9dc5, 0x01234567];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    left = Math.imul(left ^ unit, 0x01000193);
    right = Math.imul(right ^ unit, 0x01000193);
  }
  return hex(left) + hex(right);
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
