import assert from 'node:assert/strict';
import type {
  BaselineEntry,
  BaselineEnvironment,
  ReadBaseline,
} from '../../../src/core/baseline/baseline.js';
import { parseBaseline } from '../../../src/core/baseline/parse-baseline.js';
import { serialiseBaseline } from '../../../src/core/baseline/serialise-baseline.js';
import { ENVIRONMENT } from '../arbitrary/entries.js';

/** The text of a baseline file. */
export function baselineText(
  entries: readonly BaselineEntry[],
  environment: BaselineEnvironment = ENVIRONMENT,
): string {
  return serialiseBaseline({ environment, entries });
}

/** The header of a baseline file, with its line feed. */
export const HEADER = baselineText([]);

/** Reads a file's text that must be understood. */
export function readText(content: string): ReadBaseline {
  const result = parseBaseline(content);
  assert.ok(result.kind === 'read', JSON.stringify(result));
  return result;
}
