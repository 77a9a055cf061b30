import type { CodeBase } from './code-bases.js';
import type { Contestant } from './contestant.js';
import type { RowKind } from './rows.js';

/** Medians in milliseconds, by contestant. */
export type Row = Readonly<Record<string, number>>;

/** What all kinds of saves took on one code base. */
export interface TreeReport {
  /** As plain mypy, or whoever comes first, counts them. */
  readonly errors: number;
  readonly rows: Readonly<Record<string, Row>>;
}

/** How long and of what is measured. */
export interface Plan {
  readonly rounds: number;
  readonly rows: readonly RowKind[];
  /** One line for whoever waits. */
  readonly say: (line: string) => void;
}

/**
 * Measures all contestants in turns: a machine that is slow for a while is slow for all. Each row
 * begins with one round that does not count.
 */
export async function measureTree(
  codeBase: CodeBase,
  contestants: readonly Contestant[],
  { rounds, rows, say }: Plan,
): Promise<TreeReport> {
  const [first] = contestants;
  const reference = contestants.find(({ name }) => name === 'mypy') ?? first;
  const errors = reference?.errors ?? 0;
  const report: Record<string, Row> = {};
  for (const kind of rows) {
    const times = new Map<string, number[]>();
    for (let round = 0; round <= rounds; round++) {
      for (const contestant of contestants) {
        const ms = await kind.measure(contestant, codeBase);
        if (ms === undefined || round === 0) continue;
        times.set(contestant.name, [...(times.get(contestant.name) ?? []), ms]);
      }
    }
    for (const contestant of contestants) await contestant.restore();
    const row = Object.fromEntries([...times].map(([name, list]) => [name, round1(median(list))]));
    report[kind.name] = row;
    say(`${codeBase.name} ${kind.name}: ${JSON.stringify(row)}`);
  }
  return { errors, rows: report };
}

/** The value in the middle, of at least one. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** To a tenth of a millisecond. */
export function round1(value: number): number {
  return Math.round(value * 10) / 10;
}
