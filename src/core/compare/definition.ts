import type { Candidate } from './candidate.js';

/** Without white space. */
const KEYWORDS = ['def', 'class', 'asyncdef'];
const BEGINS_WITH_KEYWORD = /^\s*(?:def|class|async)\b/;

/** Whether an error or entry stands on the line that defines its own scope. */
export function isDefinition(candidate: Candidate): boolean {
  if (!BEGINS_WITH_KEYWORD.test(candidate.line)) return false;
  return maskOwnName(candidate.text, candidate.scope) !== undefined;
}

/** A line without white space that defines its own scope, without the name; else undefined. */
export function maskOwnName(text: string, scope: string): string | undefined {
  const keyword = KEYWORDS.find((word) => text.startsWith(word));
  if (keyword === undefined) return undefined;
  const name = scope.slice(scope.lastIndexOf('.') + 1);
  if (name === '' || !text.startsWith(name, keyword.length)) return undefined;
  return `${keyword} ${text.slice(keyword.length + name.length)}`;
}
