import type { BaselineEntry } from '../baseline/baseline.js';
import { joinKey } from './leftovers.js';
import { maskLineNumbers, stripSpace } from './normalise.js';

/** What of an error is known before its file has been parsed. */
export interface UnscopedError {
  readonly code: string;
  readonly message: string;
  readonly text: string;
}

/**
 * The scope of each error of a file, taken from the file's entries instead of its source; null where
 * they do not say it. They do when they are as many of each code, message and line as the errors:
 * then every error has an entry by the tiers `exact` and `moved` whatever the scopes are, so that
 * none can be new. Where an acceptance stands among equal entries of several scopes it matters which
 * error has it, and nothing is borrowed.
 *
 * Equal errors may get each other's scope here, and after a function was renamed they get its old
 * name. That is for the gate, which need not parse the files that did not change: not for what shows
 * an error of the baseline, and not for what is written.
 */
export function borrowScopes(
  errors: readonly UnscopedError[],
  entries: readonly BaselineEntry[],
): readonly string[] | null {
  if (errors.length !== entries.length) return null;
  const waiting = new Map<string, BaselineEntry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = waiting.get(key);
    if (group === undefined) waiting.set(key, [entry]);
    else group.push(entry);
  }
  for (const group of waiting.values()) if (isMixed(group)) return null;
  const scopes: string[] = [];
  for (const error of errors) {
    const entry = waiting.get(keyOf(error))?.pop();
    if (entry === undefined) return null;
    scopes.push(entry.scope);
  }
  return scopes;
}

/** Whether an acceptance stands among entries that only the scope tells apart. */
function isMixed(group: readonly BaselineEntry[]): boolean {
  return (
    group.length > 1 &&
    group.some(({ acceptance }) => acceptance !== undefined) &&
    group.some(({ scope }) => scope !== group[0]?.scope)
  );
}

function keyOf({ code, message, text }: UnscopedError): string {
  return joinKey(code, maskLineNumbers(message), stripSpace(text));
}
