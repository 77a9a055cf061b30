import { isRecord } from '../../../src/core/json/is-record.js';

/** Where in a JSON document: keys and indexes from its top. */
export type Path = readonly (string | number)[];

/** @throws Error when the value is no object. */
export function recordAt(value: unknown, path: Path): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw misfit(path, 'an object');
  return value;
}

/** @throws Error when the value is no array. */
export function listAt(value: unknown, path: Path): readonly unknown[] {
  if (!Array.isArray(value)) throw misfit(path, 'an array');
  return value;
}

/** @throws Error when the value is no string. */
export function stringAt(value: unknown, path: Path): string {
  if (typeof value !== 'string') throw misfit(path, 'a string');
  return value;
}

/** @throws Error when the value is no number. */
export function numberAt(value: unknown, path: Path): number {
  if (typeof value !== 'number') throw misfit(path, 'a number');
  return value;
}

/** @throws Error when the value is no object. */
export function at(value: unknown, key: string, path: Path): unknown {
  return recordAt(value, path)[key];
}

function misfit(path: Path, wanted: string): Error {
  return new Error(`The corpus needs ${wanted} at ${path.join('.')}`);
}
