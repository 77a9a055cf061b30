import assert from 'node:assert/strict';
import { isRecord } from '../../../src/core/json/is-record.js';

/** The value at a path of keys and indexes; undefined where there is none. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((part, key) => {
    if (Array.isArray(part)) return part.at(Number(key));
    return isRecord(part) ? part[key] : undefined;
  }, value);
}

/** The list at a path; fails where there is none. */
export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const list = at(value, ...path);
  assert.ok(Array.isArray(list), `no list at ${path.join('.')}`);
  return list;
}
