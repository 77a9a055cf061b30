import type { Language } from './language.js';

/** The tag (BCP 47) of the language that texts are really in: a translation of `en` says its own. */
export function tagOf(language: Language): string {
  return language.say('en');
}
