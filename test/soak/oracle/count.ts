import type { BaselineCounts } from '../../../src/core/counts/counts.js';
import type { ErrorItem } from '../../../src/protocol/messages.js';
import { BASELINE, type Session } from '../session.js';

/**
 * The counts that the errors of the tree make: the command line counts from the merge base where
 * there is a branch, and the editor from the commit.
 */
export async function countFromCommit(
  session: Session,
  items: readonly ErrorItem[],
): Promise<BaselineCounts> {
  const count = (wanted: ErrorItem['status']) =>
    items.filter(({ status }) => status === wanted).length;
  const committed = countEntries(await readMeasure(session));
  return {
    current: items.length,
    committed,
    new: count('new'),
    fixed: committed - count('baseline'),
  };
}

/** The committed baseline, or the file on disk where none is committed. */
async function readMeasure(session: Session): Promise<string> {
  const committed = await session.readCommitted(BASELINE);
  return committed ?? (await session.read(BASELINE)) ?? '';
}

function countEntries(text: string): number {
  return text.split('\n').filter((line) => line.startsWith('[')).length;
}
