import { execFileSync } from 'node:child_process';
import { Command } from 'commander';
import { CASES, type Case } from './code-base.js';
import { type CaseCost, measureCase } from './measure-case.js';
import { formatJson, formatTable, type SizeCosts } from './report.js';

const SIZES = [100_000, 1_000_000];
const ROUNDS = 3;

interface ScaleOptions {
  readonly json?: true;
  /** Measured here, and printed as JSON: the program calls itself for each case. */
  readonly only?: string;
  readonly size?: string;
}

function main(argv: readonly string[]): void {
  new Command('bench:scale')
    .description('Time and memory of a comparison by the number of errors')
    .option('--json', 'a JSON document instead of a table')
    .option('--only <case>', `one case, once: ${CASES.join(', ')}`)
    .option('--size <errors>', 'how many errors, with --only')
    .action(({ json, only, size }: ScaleOptions) => {
      const kind = CASES.find((name) => name === only);
      if (kind !== undefined) {
        process.stdout.write(`${JSON.stringify(measureCase(kind, Number(size)))}\n`);
        return;
      }
      const sizes = new Map(SIZES.map((errors) => [errors, measureSize(errors)]));
      process.stdout.write(json === true ? formatJson(sizes) : formatTable(sizes));
    })
    .parse(argv);
}

function measureSize(errors: number): SizeCosts {
  return new Map(CASES.map((kind) => [kind, measureApart(kind, errors)]));
}

/** The median of several processes, by the time of the comparison. */
function measureApart(kind: Case, errors: number): CaseCost {
  const costs = Array.from({ length: ROUNDS }, () => {
    const args = [__filename, '--only', kind, '--size', String(errors)];
    const cost: CaseCost = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
    return cost;
  }).sort((a, b) => a.compareMs - b.compareMs);
  const median = costs[Math.floor(ROUNDS / 2)];
  if (median === undefined) throw new Error('nothing was measured');
  return median;
}

main(process.argv);
