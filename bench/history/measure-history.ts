import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBaselineHistory } from '../../src/project/baseline-history.js';
import { shrinkingBaselines } from '../../test/support/baseline/shrinking-baselines.js';
import { importHistory } from '../../test/support/git/import-history.js';
import { git } from '../../test/support/git/repository.js';

const NAME = 'mypy-baseline.jsonl';
const COMMITS = 2_000;
const ENTRIES = { from: 5_000, to: 2_000 };
const WARM_ROUNDS = 5;

/** Times in milliseconds. */
export interface HistoryCosts {
  readonly commits: number;
  readonly entries: { readonly from: number; readonly to: number };
  readonly coldMs: number;
  /** The median of several. */
  readonly warmMs: number;
}

/** Reads a history that was never read before, and then again from what was kept of it. */
export async function measureHistory(): Promise<HistoryCosts> {
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
