import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { CASES, type Case } from './code-base.js';
import { writeInputs } from './inputs.js';
import { type CaseCost, measureCase } from './measure-case.js';
import { formatJson, formatTable, type ScaleCosts } from './report.js';

const SIZES = [100_000, 1_000_000];
const ROUNDS = 3;

function main(argv: readonly string[]): void {
  const program = new Command('bench:scale')
    .description('Time and memory of a comparison by the number of errors')
    .option('--json', 'a JSON document instead of a table')
    .action(({ json }: { readonly json?: true }) => {
      const costs = measureAll();
      process.stdout.write(json === true ? formatJson(costs) : formatTable(costs));
    });
  // The program calls itself: what was measured must not share a heap with what made the inputs.
  program.command('write <folder> <case> <size>', { hidden: true }).action(write);
  program.command('measure <folder>', { hidden: true }).action((folder: string) => {
    process.stdout.write(JSON.stringify(measureCase(folder)));
  });
  program.parse(argv);
}

function write(folder: string, name: string, size: string): void {
  const kind = CASES.find((known) => known === name);
  if (kind === undefined) throw new Error(`${name} is no case`);
  writeInputs(folder, kind, Number(size));
}

function measureAll(): ScaleCosts {
  return new Map(
    SIZES.map((errors) => [errors, new Map(CASES.map((kind) => [kind, measure(kind, errors)]))]),
  );
}

/** The median of several processes, by the time of the comparison. */
function measure(kind: Case, errors: number): CaseCost {
  const folder = mkdtempSync(join(tmpdir(), 'mypy-ratchet-scale-'));
  try {
    callItself('write', folder, kind, String(errors));
    const costs = Array.from({ length: ROUNDS }, (): CaseCost => {
      return JSON.parse(callItself('measure', folder));
    }).sort((a, b) => a.compareMs - b.compareMs);
    const median = costs[Math.floor(ROUNDS / 2)];
    if (median === undefined) throw new Error('nothing was measured');
    return median;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function callItself(...args: readonly string[]): string {
  return execFileSync(process.execPath, [__filename, ...args], { encoding: 'utf8' });
}

main(process.argv);
