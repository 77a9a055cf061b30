import type { MypyError } from '../error/mypy-error.js';

/** What mypy's words about an error suggest. */

/**
 * Whether mypy misses the return type of a function. It suggests `-> None` only where there are no
 * parameters either; by its own rule the others want it too, where they return nothing.
 */
export function missesReturnType({ code, message }: MypyError): boolean {
  return code === 'no-untyped-def' && message === 'Function is missing a return type annotation';
}

/** Whether mypy says that a function wants `-> None`. */
export function suggestsReturnNone({ notes }: MypyError): boolean {
  return notes.some(({ message }) => message.startsWith('Use "-> None"'));
}

/** Before mypy 1.20 a parameter is an argument. */
const NONE_DEFAULT =
  /^Incompatible default for (?:argument|parameter) "[^"]*" \(default has type "None"/;
const NONE_ASSIGNED = /^Incompatible types in assignment \(expression has type "None",/;

/** Whether `None` stands where the annotation does not allow it. */
export function suggestsOptional({ code, message }: MypyError): boolean {
  return code === 'assignment' && (NONE_DEFAULT.test(message) || NONE_ASSIGNED.test(message));
}

const MISSING_AWAIT = new Set(['Maybe you forgot to use "await"?', 'Are you missing an await?']);

export function suggestsAwait({ notes }: MypyError): boolean {
  return notes.some(({ message }) => MISSING_AWAIT.has(message));
}

/** The attribute that something lacks; undefined where that is not the error. */
export function missingAttribute({ message }: MypyError): string | undefined {
  return / has no attribute "([^"]+)"/.exec(message)?.[1];
}

export function isMissingReturn({ code, message }: MypyError): boolean {
  return code === 'return' && message === 'Missing return statement';
}

/** What is unused in a `type: ignore`. */
export interface UnusedIgnore {
  /** Null for all of it. */
  readonly codes: readonly string[] | null;
  /** What would do instead of a code. */
  readonly narrower: ReadonlyMap<string, readonly string[]>;
}

const UNUSED_IGNORE = /^[Uu]nused "type: ignore(?:\[([^\]]*)\])?" comment/;
const NARROWER = /use narrower \[([^\]]*)\] instead of \[([^\]]*)\] code/g;

/** Undefined where an error is about something else. */
export function parseUnusedIgnore({ code, message }: MypyError): UnusedIgnore | undefined {
  const match = UNUSED_IGNORE.exec(message);
  // Before mypy 1.4 it has no code of its own.
  if ((code !== 'unused-ignore' && code !== '') || match === null) return undefined;
  const narrower = Array.from(
    message.matchAll(NARROWER),
    ([, instead = '', wide = '']) => [wide, splitCodes(instead)] as const,
  );
  return {
    codes: match[1] === undefined ? null : splitCodes(match[1]),
    narrower: new Map(narrower),
  };
}

const WITHOUT_CODE =
  /^"type: ignore" comment without error code \(consider "type: ignore\[([^\]]*)\]"/;

/** The codes that a bare `type: ignore` should name; undefined where an error is about something else. */
export function parseUnnamedCodes({ code, message }: MypyError): readonly string[] | undefined {
  const match = WITHOUT_CODE.exec(message);
  return code === 'ignore-without-code' && match !== null ? splitCodes(match[1] ?? '') : undefined;
}

function splitCodes(list: string): readonly string[] {
  return list.split(',').map((code) => code.trim());
}
