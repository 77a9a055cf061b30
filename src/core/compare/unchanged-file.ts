import type { BaselineEntry } from '../baseline/baseline.js';
import { joinKey } from './leftovers.js';
import { maskLineNumbers, stripSpace } from './normalise.js';

/** What of an error is known before its file has been parsed. */
export interface UnscopedError {
  readonly code: string;
  readonly message: string;
  /** Its source line, trimmed or not. */
  readonly text: string;
}

/**
 * Whether every error of a file has an entry of its own and every entry an error, whatever their
 * scopes are: there are as many of each code, message and line. Then the tiers `exact` and `moved`
 * match them all, and `compare` would find nothing new and nothing fixed in it.
 *
 * Where an acceptance stands it matters which error has it; such a file is never called unchanged.
 */
export function isUnchangedFile(
  errors: readonly UnscopedError[],
  entries: readonly BaselineEntry[],
): boolean {
  if (errors.length !== entries.length) return false;
  const waiting = new Map<string, number>();
  for (const entry of entries) {
    if (entry.acceptance !== undefined) return false;
    const key = keyOf(entry);
    waiting.set(key, (waiting.get(key) ?? 0) + 1);
  }
  return errors.every((error) => {
    const key = keyOf(error);
    const count = waiting.get(key) ?? 0;
    waiting.set(key, count - 1);
    return count > 0;
  });
}

function keyOf({ code, message, text }: UnscopedError): string {
  return joinKey(code, maskLineNumbers(message), stripSpace(text));
}
