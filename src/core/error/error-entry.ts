import type { Acceptance, BaselineEntry } from '../baseline/baseline.js';
import type { LocatedError } from './mypy-error.js';

/** The baseline entry that tolerates an error. */
export function toEntry(error: LocatedError, acceptance?: Acceptance): BaselineEntry {
  const { path, code, scope, message, text } = error;
  return { path, code, scope, message, text, ...(acceptance && { acceptance }) };
}
