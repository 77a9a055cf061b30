import { createHash } from 'node:crypto';
import { encodeSegment } from '../../core/markdown/markdown-text.js';
import type { Report } from '../../core/report/report.js';

/** The most characters of a path in a marker; a longer one is hashed. */
const LONGEST = 300;

/**
 * The first line of a comment, by which the next run finds it. It names the baseline by its path
 * in the repository, so that no project takes another's comment for its own.
 */
export function commentMarker({
  prefix,
  baselinePath,
}: Pick<Report, 'prefix' | 'baselinePath'>): string {
  const path = prefix === '' ? baselinePath : `${prefix}/${baselinePath}`;
  const name = path.split('/').map(encodeSegment).join('/');
  const short = name.length <= LONGEST ? name : createHash('sha256').update(name).digest('hex');
  return `<!-- mypy-ratchet: ${short} -->`;
}
