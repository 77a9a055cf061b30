import { type Candidate, isUnplaced } from './candidate.js';
import { maskOwnName } from './definition.js';
import { type Among, balancedKey, joinKey, type KeyOf, type Leftovers } from './leftovers.js';
import { maskQuotedNames } from './normalise.js';

/**
 * A function or class was renamed, and the error stands on its own `def` or `class` line: scope,
 * line and often the message change together. What else stood in the scope says which became which.
 *
 * @param renamed For a new scope the one that lines were moved from.
 */
export function matchRenamedScopes(left: Leftovers, renamed: ReadonlyMap<string, string>): void {
  const keyOf: KeyOf = (candidate) => {
    const key = definitionKey(candidate);
    return key && joinKey(key, renamed.get(candidate.scope) ?? candidate.scope);
  };
  left.join('moved', keyOf, RENAMED);
}

/**
 * The same where nothing else stood in it, and nobody knows where it stood: then as many have to have
 * come as went.
 */
export function matchRenamedDefinitions(left: Leftovers): void {
  const among = {
    errors: ({ hasLoneScope }: Candidate) => hasLoneScope,
    entries: (entry: Candidate) => entry.hasLoneScope && isUnplaced(entry),
  };
  left.join('moved', balancedKey(left, definitionKey, among), among);
}

const mayBeRenamed = ({ hasLoneScope, hunks }: Candidate) => hasLoneScope && hunks?.length !== 0;
const RENAMED: Among = { errors: mayBeRenamed, entries: mayBeRenamed };

/** What a definition says but for its name; undefined for another line. */
export function definitionKey({ path, code, scope, message, text }: Candidate): string | undefined {
  const definition = maskOwnName(text, scope);
  return definition && joinKey(path, code, maskQuotedNames(message), definition);
}
