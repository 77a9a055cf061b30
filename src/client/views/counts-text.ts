import type { BaselineCounts } from '../../core/counts/counts.js';
import { errorCount } from '../../core/language/error-count.js';
import type { Language } from '../../core/language/language.js';
import type { ProjectSnapshot } from '../../protocol/messages.js';

/**
 * What stands beside a node: `250  −2  +1 new`. The difference is left out where it says the same as
 * the number of new errors. Without a baseline there is only the count, which `format` words.
 */
export function describeCounts(
  counts: BaselineCounts,
  compared: boolean,
  language: Language,
  format: (count: number) => string = language.number,
): string {
  if (!compared) return format(counts.current);
  const difference = counts.current - counts.committed;
  const parts = [
    format(counts.current),
    difference === counts.new ? '' : language.change(difference),
    counts.new === 0 ? '' : language.say('+{0} new', language.number(counts.new)),
  ];
  return parts.filter((part) => part !== '').join('  ');
}

/** The same in words, for screen readers and tooltips. */
export function spellCounts(
  counts: BaselineCounts,
  { presence, comparedWith }: Pick<ProjectSnapshot, 'presence' | 'comparedWith'>,
  language: Language,
): string {
  const { say, number } = language;
  const current = errorCount(counts.current, language);
  if (presence === 'absent' || presence === 'unusable') return current;
  const parts = [
    current,
    spellCommitted(number(counts.committed), presence, comparedWith, language),
  ];
  if (counts.new > 0) parts.push(say('{0} new', number(counts.new)));
  if (counts.fixed > 0) parts.push(say('{0} fixed', number(counts.fixed)));
  return parts.join(', ');
}

function spellCommitted(
  committed: string,
  presence: ProjectSnapshot['presence'],
  comparedWith: string | null,
  { say }: Language,
): string {
  if (comparedWith !== null) return say('{0} in the baseline at {1}', committed, comparedWith);
  return presence === 'committed'
    ? say('{0} in the committed baseline', committed)
    : say('{0} in the baseline', committed);
}
