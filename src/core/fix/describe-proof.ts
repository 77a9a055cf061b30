import { formatCount } from '../number/format-number.js';
import type { FixKind } from './fix.js';
import type { DroppedFix, DropReason } from './proof.js';

/** What a kind of fix does to many errors, as a choice. */
export function describeKind(kind: FixKind): string {
  switch (kind) {
    case 'return-none':
      return 'Add "-> None" to functions that return nothing';
    case 'optional':
      return 'Allow None where it is the default or the first value';
    case 'await':
      return 'Add the missing "await"';
    case 'return':
      return 'Add "return None" where a function may end without it';
    case 'unused-ignore':
      return 'Remove unused "# type: ignore" comments';
    case 'name-codes':
      return 'Name the error codes in bare "# type: ignore" comments';
    case 'ignore':
      return 'Silence with "# type: ignore[…]" comments';
  }
}

/** A fix that was left out, and why, on one line. */
export function describeDropped({ fix, reason }: DroppedFix): string {
  const line = fix.errors[0]?.start.line ?? 0;
  return `${fix.path}:${line}: ${fix.title}: ${describeReason(reason)}`;
}

function describeReason(reason: DropReason): string {
  switch (reason.kind) {
    case 'useless':
      return 'the error would still be there';
    case 'causes': {
      const [first] = reason.errors;
      if (first === undefined) return 'it would make new errors';
      const others = reason.errors.length - 1;
      const rest = others === 0 ? '' : ` (and ${formatCount(others, 'more', 'more')})`;
      return `${first.path}:${first.start.line} would get a new error: ${first.message}${rest}`;
    }
    case 'unproved':
      return 'it could not be proved in the time there is';
  }
}
