import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialiseBaseline } from '../../src/core/baseline/serialise-baseline.js';
import type { ComparableError } from '../../src/core/compare/match-file.js';
import { type Case, listEntries, listErrors } from './code-base.js';

const ENVIRONMENT = {
  mypy: '2.4.1',
  python: '3.11',
  platform: 'linux',
  config: '0123456789ab',
  targets: [],
};
/** Errors are written and read in parts: one text of a million would be memory for nothing. */
const ERRORS_OF_A_PART = 50_000;

/** Writes a baseline and today's errors into a folder, for another process to measure. */
export function writeInputs(folder: string, kind: Case, size: number): void {
  const baseline = { environment: ENVIRONMENT, entries: listEntries(kind, size) };
  writeFileSync(join(folder, 'baseline.jsonl'), serialiseBaseline(baseline));
  const errors = listErrors(kind, size);
  for (let start = 0; start < errors.length; start += ERRORS_OF_A_PART) {
    const part = errors.slice(start, start + ERRORS_OF_A_PART);
    writeFileSync(partFile(folder, start), JSON.stringify(part.map(toRow)));
  }
  writeFileSync(join(folder, 'errors.json'), JSON.stringify(errors.length));
}

export function readBaselineText(folder: string): string {
  return readFileSync(join(folder, 'baseline.jsonl'), 'utf8');
}

/** The errors, with strings of their own as if mypy had just printed them. */
export function readErrors(folder: string): readonly ComparableError[] {
  const count = Number(readFileSync(join(folder, 'errors.json'), 'utf8'));
  const errors: ComparableError[] = [];
  for (let start = 0; start < count; start += ERRORS_OF_A_PART) {
    const rows: Row[] = JSON.parse(readFileSync(partFile(folder, start), 'utf8'));
    for (const row of rows) errors.push(toError(row));
  }
  return errors;
}

type Row = readonly [...texts: [string, string, string, string, string], line: number];

function toRow({ path, code, scope, message, text, start }: ComparableError): Row {
  return [path, code, scope, message, text, start?.line ?? 0];
}

function toError([path, code, scope, message, text, line]: Row): ComparableError {
  return { path, code, scope, message, text, start: { line, column: 4 } };
}

function partFile(folder: string, start: number): string {
  return join(folder, `errors-${start}.json`);
}
