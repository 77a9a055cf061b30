import type { ProjectSnapshot } from '../../protocol/messages.js';
import type { ViewState } from '../contributions.js';
import type { ServerState } from '../store.js';
import { isCompared, lacksInterpreter, listRoots } from './tree-model.js';

/** What the view shows: its rows, or one of the welcomes that package.json words. */
export function toViewState(
  server: ServerState,
  snapshots: readonly ProjectSnapshot[],
  focusOnNew: boolean,
): ViewState {
  if (server === 'failed') return 'broken';
  if (listRoots(snapshots, focusOnNew).length > 0) return 'rows';
  const [only] = snapshots;
  if (only === undefined) return 'waiting';
  if (lacksInterpreter(only)) return 'noInterpreter';
  if (only.result === null) return 'waiting';
  return only.result.totals.current > 0 && isCompared(only) ? 'noNewErrors' : 'clean';
}
