import { codeBlock } from '../../core/markdown/markdown-text.js';
import type { Report } from '../../core/report/report.js';
import { commentMarker } from './comment-marker.js';

/** The most characters of an explanation; GitHub takes 65,536 in a comment. */
const MOST_CHARACTERS = 20_000;

/** What stands in place of a report's comment when there is no report. */
export const NO_VERDICT = 'Whether the type debt grew is not known';

/**
 * A comment for a pull request whose check came to no verdict.
 *
 * @param words What a person was told, several lines.
 */
export function markdownFailure(
  place: Pick<Report, 'prefix' | 'baselinePath'>,
  words: string,
): string {
  const sections = [
    `${commentMarker(place)}\n## ${NO_VERDICT}`,
    'The check did not come to its end, which is never a pass.',
    codeBlock(words, MOST_CHARACTERS),
  ];
  return `${sections.join('\n\n')}\n`;
}
