import { type Among, type Candidate, joinKey, type KeyOf, type Leftovers } from './leftovers.js';
import { maskQuotedNames } from './normalise.js';
import { balancedKey } from './tiers.js';

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

/** The same where nothing else stood in it: then as many have to have come as went. */
export function matchRenamedDefinitions(left: Leftovers): void {
  left.join('moved', balancedKey(left, definitionKey, RENAMED), RENAMED);
}

/** Without white space. */
const KEYWORDS = ['def', 'class', 'asyncdef'];

const mayBeRenamed = ({ hasLoneScope, hunks }: Candidate) => hasLoneScope && hunks?.length !== 0;
const RENAMED: Required<Among> = { errors: mayBeRenamed, entries: mayBeRenamed };

function definitionKey({ path, code, scope, message, text }: Candidate): string | undefined {
  const definition = maskOwnName(text, scope);
  return definition && joinKey(path, code, maskQuotedNames(message), definition);
}

/** Whether an error or entry stands on the line that defines its own scope. */
export function isDefinition({ text, scope }: Candidate): boolean {
  return maskOwnName(text, scope) !== undefined;
}

/** A line without white space that defines its own scope, without the name; else undefined. */
function maskOwnName(text: string, scope: string): string | undefined {
  const name = scope.slice(scope.lastIndexOf('.') + 1);
  if (name === '') return undefined;
  const keyword = KEYWORDS.find(
    (word) => text.startsWith(word) && text.startsWith(name, word.length),
  );
  return keyword && `${keyword} ${text.slice(keyword.length + name.length)}`;
}
