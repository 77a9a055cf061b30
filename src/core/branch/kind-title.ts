import type { Language } from '../language/language.js';
import type { BranchItemKind } from './branch-comparison.js';

/** What a branch does, as the title over the items of that kind. */
export function kindTitle(kind: BranchItemKind, language: Language): string {
  switch (kind) {
    case 'introduced':
      return language.say('Introduces');
    case 'accepted':
      return language.say('Accepts');
    case 'fixed':
      return language.say('Fixes');
    case 'moved':
      return language.say('Moves or edits');
  }
}
