import type { BaselineCounts } from '../../../src/core/counts/counts.js';
import { BASELINE, type Session } from '../session.js';
import type { StatedError } from './picture.js';

/**
 * The counts that errors of a known status make. The command line counts from the merge base where
 * there is a branch, and the editor from the commit.
 */
export async function countFromCommit(
  session: Session,
  errors: readonly StatedError[],
): Promise<BaselineCounts> {
  const [added, known] = ['new', 'baseline'].map(
    (status) => errors.filter((error) => error.startsWith(`${status} `)).length,
  );
  const committed = countEntries(await readMeasure(session));
  return { current: errors.length, committed, new: added ?? 0, fixed: committed - (known ?? 0) };
}

/** The committed baseline, or the file on disk where none is committed. */
async function readMeasure(session: Session): Promise<string> {
  const committed = await session.readCommitted(BASELINE);
  return committed ?? (await session.read(BASELINE)) ?? '';
}

function countEntries(text: string): number {
  return text.split('\n').filter((line) => line.startsWith('[')).length;
}
