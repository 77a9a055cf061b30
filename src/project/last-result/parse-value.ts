import { isRecord } from '../../core/json/is-record.js';

/** A stored result that is not what was written: damaged, cut off, or of somebody else. */
export class UnfitResult extends Error {}

/** A JSON value that has to be a string. */
export function toText(value: unknown): string {
  return typeof value === 'string' ? value : refuse('a string');
}

/** A JSON value that has to be a whole number, zero or more. */
export function toCount(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : refuse('a count');
}

/** A JSON value that has to be a duration (ms), which clocks also give in fractions. */
export function toDuration(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
    ? value
    : refuse('a duration');
}

/** A JSON value that has to be an array. */
export function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : refuse('a list');
}

/** A JSON value that has to be an object. */
export function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : refuse('an object');
}

/** The value of a line of JSON. */
export function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return refuse('JSON');
    throw error;
  }
}

function refuse(expected: string): never {
  throw new UnfitResult(`expected ${expected}`);
}
