import { join } from 'node:path';
import { run } from '../run.js';

/** What one run of a command took. */
export interface Cost {
  /** Milliseconds from its start to its end. */
  readonly ms: number;
  /** The most memory that it held at once (maximum resident set), in MiB. */
  readonly mb: number;
}

/** A command, and how it has to end. */
export interface MeasuredCommand {
  readonly argv: readonly string[];
  readonly cwd: string;
  /** Absolute path of what it reads from standard input. */
  readonly input: string;
  readonly status: number;
}

const MEASURE = join(__dirname, '..', '..', '..', 'bench', 'cli', 'measure.py');

/**
 * Runs a command once. Rejects when it does not end as it has to: a wrong answer has no speed.
 *
 * @param python Interpreter that measures.
 */
export async function measureCost(
  python: string,
  { argv, cwd, input, status }: MeasuredCommand,
): Promise<Cost> {
  const { stdout } = await run([python, MEASURE, input, ...argv], cwd);
  const cost: unknown = JSON.parse(stdout);
  if (!isMeasured(cost)) throw new Error(`measure.py said ${stdout}`);
  if (cost.status === status) return { ms: cost.ms, mb: cost.mb };
  throw new Error(`${argv.join(' ')} ended with ${cost.status}, not ${status}: ${cost.stderr}`);
}

/** The medians of all rounds, each of its own. */
export function medianCost(costs: readonly Cost[]): Cost {
  return { ms: median(costs.map(({ ms }) => ms)), mb: median(costs.map(({ mb }) => mb)) };
}

/** The value in the middle; of an even number of them the higher one. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

function isMeasured(
  value: unknown,
): value is Cost & { readonly status: number; readonly stderr: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'ms' in value &&
    typeof value.ms === 'number' &&
    'mb' in value &&
    typeof value.mb === 'number' &&
    'status' in value &&
    typeof value.status === 'number' &&
    'stderr' in value &&
    typeof value.stderr === 'string'
  );
}
