import type { Language } from '../language/language.js';
import type { BaselineHistory, MissingPast } from './history-point.js';

/** Why there is no history, as a sentence. */
export function describeMissingHistory(
  history: Exclude<BaselineHistory, { readonly kind: 'read' }>,
  language: Language,
): string {
  if (history.kind === 'failed') {
    return language.say('The history could not be read: {0}', history.detail);
  }
  switch (history.why) {
    case 'no-git':
      return language.say('The history could not be read: git is not installed.');
    case 'no-repository':
      return language.say('The history could not be read: the baseline is in no git repository.');
    case 'not-committed':
      return language.say('The baseline is in no commit yet.');
  }
}

/** What a reader of a history must know whose beginning is not there. */
export function describeMissingPast(missing: MissingPast, language: Language): string {
  switch (missing) {
    case 'shallow':
      return language.say('The clone is shallow: what was before is not known here.');
  }
}
