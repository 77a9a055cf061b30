import type { BaselineEntry } from '../core/baseline/baseline.js';
import { explainError } from '../core/explain/explain-error.js';
import { selectErrors } from '../core/explain/select-errors.js';
import type { ProjectResult } from './project-state.js';

/** Explains the errors that a word means: see {@link selectErrors}. Empty where mypy finds none. */
export function explainErrors(word: string, result: ProjectResult): readonly string[] {
  const { errors } = result.reconciliation;
  const free = listFreeEntries(result);
  return selectErrors(word, errors, result.ids).flatMap((index) => {
    const reconciled = errors[index];
    if (reconciled === undefined) return [];
    return explainError(reconciled, { id: result.ids[index] ?? '', free, errors });
  });
}

/** Entries of the working baseline that no error matches. */
export function listFreeEntries({
  entries,
  reconciliation: { stale },
}: Pick<ProjectResult, 'entries' | 'reconciliation'>): readonly BaselineEntry[] {
  return entries.filter((_, index) => stale.has(index));
}
