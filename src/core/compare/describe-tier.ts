import type { MatchTier } from './comparison.js';

/** By which evidence an error was recognised, in words that go on after a colon. */
export function describeTier(tier: MatchTier): string {
  switch (tier) {
    case 'exact':
      return 'its entry says the same, word for word';
    case 'moved':
      return 'the same line with the same message stands elsewhere in the file, or its function was renamed';
    case 'reworded':
      return 'the line is the same, and mypy words its message otherwise';
    case 'edited':
      return 'the line was edited, and mypy still finds the same wrong with it';
    case 'renamed':
      return 'the file was renamed';
    case 'relocated':
      return 'the line went to another file';
  }
}
