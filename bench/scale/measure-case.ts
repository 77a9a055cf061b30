import type { BaselineEntry } from '../../src/core/baseline/baseline.js';
import { parseBaseline } from '../../src/core/baseline/parse-baseline.js';
import { serialiseBaseline } from '../../src/core/baseline/serialise-baseline.js';
import { compare } from '../../src/core/compare/compare.js';
import type { ComparableError } from '../../src/core/compare/match-file.js';
import { type Case, listEntries, listErrors } from './code-base.js';

/** What one case of one size costs in a process of its own. */
export interface CaseCost {
  readonly compareMs: number;
  readonly parseMs: number;
  readonly serialiseMs: number;
  /** The most that the process took, errors and baseline included. */
  readonly rssMb: number;
}

const ENVIRONMENT = {
  mypy: '2.4.1',
  python: '3.11',
  platform: 'linux',
  config: '0123456789ab',
  targets: [],
};

/** Writes a baseline, reads it and holds errors against it, once: as a command line does. */
export function measureCase(kind: Case, size: number): CaseCost {
  const [content, serialiseMs] = timed(() =>
    serialiseBaseline({ environment: ENVIRONMENT, entries: listEntries(kind, size) }),
  );
  const [entries, parseMs] = timed(() => readEntries(content));
  const errors = readErrors(listErrors(kind, size));
  const [comparison, compareMs] = timed(() => compare(errors, entries));
  if (comparison.statuses.length !== errors.length) throw new Error('errors were lost');
  const rssMb = process.resourceUsage().maxRSS / 1024;
  return { compareMs, parseMs, serialiseMs, rssMb };
}

function readEntries(content: string): readonly BaselineEntry[] {
  const read = parseBaseline(content);
  if (read.kind !== 'read') throw new Error(`the baseline is ${read.kind}`);
  return read.baseline.entries;
}

/**
 * Errors whose strings are their own, as they are when they come from mypy: equal strings that are
 * one value would be compared for nothing.
 */
function readErrors(errors: readonly ComparableError[]): readonly ComparableError[] {
  return errors.map((error) => {
    const own = (text: string) => Buffer.from(text).toString('utf8');
    const { path, code, scope, message, text } = error;
    const copy = { path: own(path), code: own(code), scope: own(scope), message: own(message) };
    return { ...error, ...copy, text: own(text) };
  });
}

function timed<Value>(work: () => Value): readonly [Value, number] {
  const start = performance.now();
  const value = work();
  return [value, performance.now() - start];
}
