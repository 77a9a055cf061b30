import type { Cost } from './cost.js';

/** One case of one size: both tools on the same output of mypy. */
export interface Row {
  readonly ours: Cost;
  readonly mypyBaseline: Cost;
  /** How many times as long mypy-baseline takes. */
  readonly speedup: number;
}

/** By size (about how many errors), then by the name of the case. */
export interface BenchReport {
  readonly sizes: Readonly<Record<string, Readonly<Record<string, Row>>>>;
  /** Milliseconds. */
  readonly overheadMs: number;
}

/** How many times faster than mypy-baseline we want to be at least. */
const SPEEDUP_TARGETS: Readonly<Record<string, number>> = { 6000: 3, 100000: 10 };
/** Milliseconds. */
const OVERHEAD_TARGET = 150;

/** A Markdown table, and beside each figure what it should be. */
export function formatReport({ sizes, overheadMs }: BenchReport, rounds: number): string {
  const rows = Object.entries(sizes).flatMap(([size, cases]) =>
    Object.entries(cases).map(([name, row]) => formatRow(size, name, row)),
  );
  return [
    `| errors | case (medians of ${rounds}) | ours | mypy-baseline | speed-up | target | memory below |`,
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
    `overhead of check over its mypy: ${Math.round(overheadMs)} ms (target: below ${OVERHEAD_TARGET} ms, ${met(overheadMs < OVERHEAD_TARGET)})`,
  ].join('\n');
}

function formatRow(size: string, name: string, { ours, mypyBaseline, speedup }: Row): string {
  const target = SPEEDUP_TARGETS[size] ?? 1;
  const cells = [
    size,
    name,
    formatCost(ours),
    formatCost(mypyBaseline),
    `${speedup.toFixed(1)}x`,
    `${target}x ${met(speedup >= target)}`,
    met(ours.mb < mypyBaseline.mb),
  ];
  return `| ${cells.join(' | ')} |`;
}

function formatCost({ ms, mb }: Cost): string {
  return `${Math.round(ms)} ms, ${Math.round(mb)} MB`;
}

function met(isMet: boolean): string {
  return isMet ? 'met' : 'MISSED';
}
