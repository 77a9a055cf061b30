import type { Language } from '../language/language.js';
import type { MatchTier } from './comparison.js';

/** By which evidence an error was recognised, in words that go on after a colon. */
export function describeTier(tier: MatchTier, language: Language): string {
  switch (tier) {
    case 'exact':
      return language.say('its entry says the same, word for word');
    case 'moved':
      return language.say(
        'the same line with the same message stands elsewhere in the file, or its function was renamed',
      );
    case 'reworded':
      return language.say('the line is the same, and mypy words its message otherwise');
    case 'edited':
      return language.say('the line was edited, and mypy still finds the same wrong with it');
    case 'renamed':
      return language.say('the file was renamed');
    case 'relocated':
      return language.say('the line went to another file');
  }
}
