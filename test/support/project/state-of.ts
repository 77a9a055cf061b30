import type { BaselineEntry } from '../../../src/core/baseline/baseline.js';
import { reconcile } from '../../../src/core/compare/reconcile.js';
import { NO_CHANGES } from '../../../src/core/compare/source-changes.js';
import { summarise } from '../../../src/core/counts/summarise.js';
import { INITIAL_STATE, type ProjectState } from '../../../src/project/project-state.js';
import { ENVIRONMENT } from '../arbitrary/entries.js';
import { toErrors } from '../arbitrary/errors.js';

/** A project with these errors, one a line, and this baseline. */
export function stateOf(
  errors: readonly BaselineEntry[],
  entries: readonly BaselineEntry[],
  committed = entries,
): ProjectState {
  const reconciliation = reconcile(toErrors(errors), entries, committed);
  const result = {
    reconciliation,
    ids: errors.map((_, index) => String(index)),
    unchanged: [],
    summary: summarise(reconciliation, []),
    entries,
    committed,
    isFileDeleted: false,
    changes: NO_CHANGES,
    environment: ENVIRONMENT,
    checkedAt: 0,
    durationMs: 0,
    checkedFiles: 1,
    authority: 'plain' as const,
  };
  return { ...INITIAL_STATE, presence: 'committed', result };
}
