import type { BaselineHistory, MissingPast } from './history-point.js';

/** Why there is no history, as a sentence. */
export function describeMissingHistory(
  history: Exclude<BaselineHistory, { readonly kind: 'read' }>,
): string {
  if (history.kind === 'failed') return `The history could not be read: ${history.detail}`;
  switch (history.why) {
    case 'no-git':
      return 'The history could not be read: git is not installed.';
    case 'no-repository':
      return 'The history could not be read: the baseline is in no git repository.';
    case 'not-committed':
      return 'The baseline is in no commit yet.';
  }
}

/** What a reader of a history must know whose beginning is not there. */
export function describeMissingPast(missing: MissingPast): string {
  switch (missing) {
    case 'shallow':
      return 'The clone is shallow: what was before is not known here.';
  }
}
