import type { BaselineEntry } from '../../src/core/baseline/baseline.js';
import type { ComparableError } from '../../src/core/compare/match-file.js';

/** What today's errors are like beside the baseline. */
export type Case = 'usual' | 'all-equal' | 'all-edited' | 'one-file';

export const CASES: readonly Case[] = ['usual', 'all-equal', 'all-edited', 'one-file'];

/** About as many as celery's files have on average under `--strict`. */
const ERRORS_OF_A_FILE = 40;
const ERRORS_OF_A_SCOPE = 5;
const CODES = ['no-untyped-def', 'no-untyped-call', 'attr-defined', 'arg-type', 'union-attr'];

/** The errors of a code base when its baseline was written. */
export function listEntries(kind: Case, size: number): readonly BaselineEntry[] {
  return Array.from({ length: size }, (_, index) => entryAt(kind, index));
}

/**
 * The errors of the same code base today: in the usual case one in a hundred was fixed, one edited
 * and one written since.
 */
export function listErrors(kind: Case, size: number): readonly ComparableError[] {
  const errors: ComparableError[] = [];
  for (let index = 0; index < size; index++) {
    const entry = entryAt(kind, index);
    const start = { line: 7 * (errors.length + 1), column: 4 };
    const place = index % 100;
    if (kind === 'all-edited') errors.push({ ...edit(entry), start });
    else if (kind === 'all-equal' || place > 2) errors.push({ ...entry, start });
    else if (place === 1) errors.push({ ...edit(entry), start });
    else if (place === 2) errors.push({ ...entry, start }, { ...rewrite(entry), start });
  }
  return errors;
}

function entryAt(kind: Case, index: number): BaselineEntry {
  const number = kind === 'all-equal' ? 0 : index;
  const file = kind === 'one-file' ? 0 : Math.floor(number / ERRORS_OF_A_FILE);
  const scope = Math.floor(number / ERRORS_OF_A_SCOPE);
  return {
    path: `src/package_${file % 50}/module_${file}.py`,
    code: CODES[number % CODES.length] ?? '',
    scope: `Worker${scope % 8}.method_${scope}`,
    message: `Call to untyped function "handle_${number % 200}" in typed context`,
    text: `result_${number} = self.handle_${number % 200}(request, timeout=${number % 30})`,
  };
}

function edit(entry: BaselineEntry): BaselineEntry {
  return { ...entry, text: entry.text.replace('request', 'incoming_request') };
}

function rewrite(entry: BaselineEntry): BaselineEntry {
  return { ...entry, text: `assert ${entry.text.length} > len(self.queue)` };
}
