import type { ProjectSnapshot } from '../../protocol/messages.js';
import type { ViewState } from '../contributions.js';
import type { ServerState } from '../store.js';
import { hasRoots, isCompared, lacksInterpreter, type TreeLook } from './tree-model.js';
import { isFiltered } from './tree-options.js';

/** What the view shows: its rows, or one of the welcomes that package.json words. */
export function toViewState(
  server: ServerState,
  snapshots: readonly ProjectSnapshot[],
  look: TreeLook,
): ViewState {
  if (server === 'failed') return 'broken';
  if (hasRoots(snapshots, look)) return 'rows';
  const [only] = snapshots;
  if (only === undefined) return 'waiting';
  if (lacksInterpreter(only)) return 'noInterpreter';
  if (only.result === null) return 'waiting';
  if (only.result.totals.current === 0) return only.presence === 'absent' ? 'noBaseline' : 'clean';
  return look.focusOnNew && isCompared(only) && !isFiltered(look) ? 'noNewErrors' : 'filtered';
}
