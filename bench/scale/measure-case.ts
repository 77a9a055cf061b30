import { parseBaseline } from '../../src/core/baseline/parse-baseline.js';
import { serialiseBaseline } from '../../src/core/baseline/serialise-baseline.js';
import { compare } from '../../src/core/compare/compare.js';
import { readBaselineText, readErrors } from './inputs.js';

/** What one case of one size costs in a process of its own. */
export interface CaseCost {
  readonly compareMs: number;
  readonly parseMs: number;
  readonly serialiseMs: number;
  /** The most that the process took up to the comparison's end, errors and baseline included. */
  readonly rssMb: number;
}

/**
 * Reads a baseline and holds errors against it, once and without a warm-up, as a command line does;
 * then writes the baseline anew.
 */
export function measureCase(folder: string): CaseCost {
  const errors = readErrors(folder);
  const content = readBaselineText(folder);
  const [read, parseMs] = timed(() => parseBaseline(content));
  if (read.kind !== 'read') throw new Error(`the baseline is ${read.kind}`);
  const [comparison, compareMs] = timed(() => compare(errors, read.baseline.entries));
  if (comparison.statuses.length !== errors.length) throw new Error('errors were lost');
  const rssMb = process.resourceUsage().maxRSS / 1024;
  const [, serialiseMs] = timed(() => serialiseBaseline(read.baseline));
  return { compareMs, parseMs, serialiseMs, rssMb };
}

function timed<Value>(work: () => Value): readonly [Value, number] {
  const start = performance.now();
  const value = work();
  return [value, performance.now() - start];
}
