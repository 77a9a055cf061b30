import { MOST_GROWTH, type SoakReport } from './soak.js';

/** What is wrong at the end of a soak; empty when nothing is. */
export function listFaults({ memory, leftovers }: SoakReport): readonly string[] {
  const growth = memory === null ? 0 : memory.after.rss / memory.before.rss;
  return [
    ...leftovers.map((line) => `left behind: ${line}`),
    ...(growth > MOST_GROWTH ? [`the server's memory grew to ${growth.toFixed(2)} times`] : []),
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
          `memory of the server: ${toMiB(memory.before.rss)} to ${toMiB(memory.after.rss)} MiB, heap ${toMiB(memory.before.heapUsed)} to ${toMiB(memory.after.heapUsed)} MiB`,
        ]),
  ];
  return `${lines.join('\n')}\n`;
}

function toMiB(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}
