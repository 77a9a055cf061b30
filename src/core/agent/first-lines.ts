import type { Language } from '../language/language.js';

/** Enough for a person to see what is meant. */
const MOST_SHOWN = 5;

/** The first lines of what an assistant asks a person to accept, and how many more there are. */
export function firstLines(lines: readonly string[], language: Language): readonly string[] {
  const rest = lines.length - MOST_SHOWN;
  const more = rest > 0 ? [language.say('and {0} more', language.number(rest))] : [];
  return [...lines.slice(0, MOST_SHOWN), ...more];
}
