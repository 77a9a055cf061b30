import type { Language } from '../language/language.js';
import type { CategoryId } from './category.js';

/** A category as a person reads it. */
export function categoryTitle(id: CategoryId, language: Language): string {
  switch (id) {
    case 'syntax':
      return language.say('Syntax errors');
    case 'incompatible-types':
      return language.say('Incompatible types');
    case 'optional':
      return language.say('Optional handling (None)');
    case 'attribute-access':
      return language.say('Attribute access');
    case 'call-signature':
      return language.say('Calls and signatures');
    case 'returns':
      return language.say('Return values');
    case 'missing-annotations':
      return language.say('Missing type annotations');
    case 'incompatible-defaults':
      return language.say('Incompatible defaults');
    case 'overrides':
      return language.say('Incompatible overrides');
    case 'invalid-base-class':
      return language.say('Invalid base class');
    case 'any-leaks':
      return language.say('Any leaks');
    case 'imports':
      return language.say('Imports');
    case 'unreachable':
      return language.say('Unreachable statements');
    case 'unused-ignores':
      return language.say('Unused ignores and casts');
    case 'other':
      return language.say('Other');
  }
}
