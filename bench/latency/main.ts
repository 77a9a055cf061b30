import { type Competitor, openDmypy, openMypy, openOurs } from './competitors.js';
import { CELERY_EDITS, type Edit } from './edits.js';

const ROUNDS = 15;

/** What one kind of save took. */
interface Row {
  /** Medians in milliseconds, by competitor. */
  readonly medians: Readonly<Record<string, number>>;
  /**
   * Median of the ratios ours / spawned mypy of each round: a machine that is slow for a while is
   * slow for both.
   */
  readonly ratio: number;
}

/**
 * Measures all in turns. Always in the same order: ours twice in a row would be a save within the
 * tenth of a second in which the next worker has not begun to import mypy, which nobody does.
 */
async function measure(competitors: readonly Competitor[], edit: Edit): Promise<Row> {
  const times = new Map<string, number[]>(competitors.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, tree, answer } of competitors) {
      await tree.toggle(edit);
      const start = performance.now();
      await answer(edit);
      times.get(name)?.push(performance.now() - start);
    }
  }
  for (const { tree, answer } of competitors) {
    await tree.restore(edit);
    await answer(edit);
  }
  const medians = Object.fromEntries(
    [...times].map(([name, list]) => [name, Math.round(median(list))]),
  );
  const mypy = times.get('mypy') ?? [];
  const ratios = (times.get('ours') ?? []).map((time, round) => time / (mypy[round] ?? Number.NaN));
  return { medians, ratio: median(ratios) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function formatTable(rows: Readonly<Record<string, Row>>): string {
  const lines = Object.entries(rows).map(([name, { medians, ratio }]) => {
    const { ours = 0, mypy = 0, dmypyRun = 0 } = medians;
    return `| ${name} | ${ours} | ${mypy} | ${dmypyRun} | ${ratio.toFixed(2)} |`;
  });
  return [
    `| save → diagnostics (ms, median of ${ROUNDS}) | ours | spawned mypy | spawned dmypy run | ours / mypy |`,
    '|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: use npm run bench:latency`);
  return value;
}

async function main(args: readonly string[]): Promise<void> {
  const [source, python] = [
    required('MYPY_RATCHET_CELERY'),
    required('MYPY_RATCHET_PYTHON_NEWEST'),
  ];
  const competitors: Competitor[] = [];
  const rows: Record<string, Row> = {};
  try {
    for (const open of [openOurs, openMypy, openDmypy])
      competitors.push(await open(source, python));
    for (const edit of CELERY_EDITS) rows[edit.name] = await measure(competitors, edit);
  } finally {
    for (const competitor of competitors) await competitor.close();
  }
  const report = { trees: { celery: { rows } } };
  process.stdout.write(
    `${args.includes('--json') ? JSON.stringify(report, null, 2) : formatTable(rows)}\n`,
  );
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
