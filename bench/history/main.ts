import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { readBaselineHistory } from '../../src/project/baseline-history.js';
import { shrinkingBaselines } from '../../test/support/baseline/shrinking-baselines.js';
import { importHistory } from '../../test/support/git/import-history.js';
import { git } from '../../test/support/git/repository.js';

const NAME = 'mypy-baseline.jsonl';
const COMMITS = 2_000;
const ENTRIES = { from: 5_000, to: 2_000 };
const WARM_ROUNDS = 5;

/** Times in milliseconds. */
interface HistoryCosts {
  readonly commits: number;
  readonly entries: { readonly from: number; readonly to: number };
  readonly coldMs: number;
  /** The median of several. */
  readonly warmMs: number;
}

async function measure(): Promise<HistoryCosts> {
  const folder = await mkdtemp(join(tmpdir(), 'mypy-ratchet-history-'));
  try {
    await importHistory(folder, NAME, shrinkingBaselines({ commits: COMMITS, ...ENTRIES }));
    // As a clone has it.
    await git(folder, 'repack', '-adfq');
    const coldMs = await timeReading(folder);
    const warm: number[] = [];
    for (let round = 0; round < WARM_ROUNDS; round += 1) warm.push(await timeReading(folder));
    const warmMs = warm.sort((a, b) => a - b)[Math.floor(WARM_ROUNDS / 2)] ?? 0;
    return { commits: COMMITS, entries: ENTRIES, coldMs, warmMs };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function timeReading(folder: string): Promise<number> {
  const start = performance.now();
  const history = await readBaselineHistory(join(folder, NAME), {
    storageFolder: join(folder, '.git', 'storage'),
    version: '0',
  });
  const points = history.kind === 'read' ? history.points : [];
  if (points.at(-1)?.size?.total !== ENTRIES.to)
    throw new Error('the history is not that of the file');
  return Math.round(performance.now() - start);
}

new Command('bench:history')
  .description('Time to read the history of a baseline, for the first time and again')
  .option('--json', 'a JSON document instead of a line')
  .action(async ({ json }: { readonly json?: true }) => {
    const costs = await measure();
    const line = `${costs.commits} commits: ${costs.coldMs} ms, again ${costs.warmMs} ms`;
    process.stdout.write(`${json === true ? JSON.stringify(costs, null, 2) : line}\n`);
  })
  .parseAsync(process.argv)
  .catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  });
