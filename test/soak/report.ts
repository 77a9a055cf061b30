import type { Memory } from './memory.js';
import { MOST_GROWTH, type SoakReport } from './soak.js';

/**
 * V8 fills the young generation (`SERVER_NODE_OPTIONS`) before it gives any of it back, so the
 * process grows by that much although nothing is kept. Bytes.
 */
const YOUNG_GENERATION = 64 * 2 ** 20;

/** What is wrong at the end of a soak; empty when nothing is. */
export function listFaults({ memory, leftovers }: SoakReport): readonly string[] {
  return [
    ...leftovers.map((line) => `left behind: ${line}`),
    ...(memory === null ? [] : listGrowth(memory)),
  ];
}

function listGrowth({ before, after }: NonNullable<SoakReport['memory']>): readonly string[] {
  const objects = after.objects / before.objects;
  const rss = (after.rss - YOUNG_GENERATION) / before.rss;
  return [
    ...(objects > MOST_GROWTH ? [`the server's objects grew to ${objects.toFixed(2)} times`] : []),
    ...(rss > MOST_GROWTH ? [`the server's memory grew to ${toMiB(after.rss)} MiB`] : []),
  ];
}

/** A report for people. */
export function describeReport(report: SoakReport): string {
  const { seed, steps, checker, durationMs, oracle, memory } = report;
  const lines = [
    `seed ${seed}: ${steps} steps in ${Math.round(durationMs / 1000)} s, ${checker}`,
    `${oracle.comparisons} comparisons with a fresh mypy, ${oracle.cold} of them cold, in ${oracle.stale} mypy could not look, ${oracle.asked} checks asked for`,
    ...(memory === null
      ? []
      : [
          `memory of the server: ${describeGrowth(memory, 'rss')}, its objects ${describeGrowth(memory, 'objects')}, V8's code ${describeGrowth(memory, 'code')}`,
        ]),
  ];
  return `${lines.join('\n')}\n`;
}

function describeGrowth(
  { before, after }: NonNullable<SoakReport['memory']>,
  part: keyof Memory,
): string {
  return `${toMiB(before[part])} to ${toMiB(after[part])} MiB`;
}

function toMiB(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}
