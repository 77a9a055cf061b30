import { BASELINE, type Session } from '../session.js';

/**
 * Lines that joined the baseline without anybody's decision and are not in the commit: the editor
 * may remove what is fixed and put back what was lost, and nothing else.
 *
 * @param before The file's text before; undefined when there was none.
 */
export async function describeAdditions(
  session: Session,
  before: string | undefined,
): Promise<readonly string[]> {
  const after = await session.read(BASELINE);
  if (after === undefined || after === before) return [];
  if (before === undefined) return ['a baseline was made that nobody asked for'];
  const known = new Set(before.split('\n'));
  const added = after.split('\n').filter((line) => !known.has(line));
  if (added.length === 0) return [];
  const committed = new Set(((await session.readCommitted(BASELINE)) ?? '').split('\n'));
  return added
    .filter((line) => !committed.has(line))
    .map((line) => `joined the baseline by itself: ${line}`);
}
