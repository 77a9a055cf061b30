import type { Language } from '../language/language.js';
import type { FixKind } from './fix.js';
import type { DroppedFix, DropReason } from './proof.js';

/** What a kind of fix does to many errors, as a choice. */
export function describeKind(kind: FixKind, language: Language): string {
  switch (kind) {
    case 'return-none':
      return language.say('Add "-> None" to functions that return nothing');
    case 'optional':
      return language.say('Allow None where it is the default or the first value');
    case 'await':
      return language.say('Add the missing "await"');
    case 'return':
      return language.say('Add "return None" where a function may end without it');
    case 'unused-ignore':
      return language.say('Remove unused "# type: ignore" comments');
    case 'name-codes':
      return language.say('Name the error codes in bare "# type: ignore" comments');
    case 'ignore':
      return language.say('Silence with "# type: ignore[…]" comments');
  }
}

/** A fix that was left out, and why, on one line. */
export function describeDropped({ fix, reason }: DroppedFix, language: Language): string {
  const line = fix.errors[0]?.start.line ?? 0;
  const title = language.express(fix.title);
  return `${fix.path}:${line}: ${title}: ${describeReason(reason, language)}`;
}

function describeReason(reason: DropReason, language: Language): string {
  switch (reason.kind) {
    case 'useless':
      return language.say('the error would still be there');
    case 'causes': {
      const [first] = reason.errors;
      if (first === undefined) return language.say('it would make new errors');
      const place = `${first.path}:${first.start.line}`;
      const others = reason.errors.length - 1;
      return others === 0
        ? language.say('{0} would get a new error: {1}', place, first.message)
        : language.say(
            '{0} would get a new error: {1} (and {2} more)',
            place,
            first.message,
            language.number(others),
          );
    }
    case 'unproved':
      return language.say('it could not be proved in the time there is');
  }
}
