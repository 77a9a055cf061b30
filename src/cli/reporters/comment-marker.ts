import type { Report } from '../../core/report/report.js';
import { encodeSegment } from './markdown-text.js';

/**
 * The first line of a comment, by which the next run finds it. It names the baseline by its path
 * in the repository, so that no project takes another's comment for its own.
 */
export function commentMarker({ prefix, baselinePath }: Pick<Report, 'prefix' | 'baselinePath'>) {
  const path = prefix === '' ? baselinePath : `${prefix}/${baselinePath}`;
  return `<!-- mypy-ratchet: ${path.split('/').map(encodeSegment).join('/')} -->`;
}
