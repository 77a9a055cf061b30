import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CheckedPackage } from './checked-package.js';
import { CodeBase } from './code-base.js';
import { type Cost, measureCost, medianCost } from './cost.js';
import { EDITS, type Edit } from './edits.js';
import { measureOverhead } from './overhead.js';
import { type BenchReport, formatReport, type Row } from './report.js';

const ROUNDS = 7;
const SIZES = [6_000, 100_000];
const CLI = join(__dirname, '..', '..', '..', 'dist', 'cli.js');

/** The interpreters that a run needs. */
interface Pythons {
  readonly mypy: string;
  readonly mypyBaseline: string;
}

/** Both tools on one case, in turns, so that a slow moment of the machine hits both alike. */
async function measureCase(codeBase: CodeBase, { status }: Edit, pythons: Pythons): Promise<Row> {
  const ours: Cost[] = [];
  const theirs: Cost[] = [];
  const { folder: cwd, outputPath: input } = codeBase;
  const check = [process.execPath, CLI, 'check', '--from-output', input];
  const filter = [pythons.mypyBaseline, '-m', 'mypy_baseline', 'filter'];
  for (let round = 0; round < ROUNDS; round++) {
    const shared = { cwd, input };
    ours.push(await measureCost(pythons.mypy, { ...shared, argv: check, status: status.ours }));
    theirs.push(
      await measureCost(pythons.mypy, { ...shared, argv: filter, status: status.mypyBaseline }),
    );
  }
  const [our, their] = [medianCost(ours), medianCost(theirs)];
  return { ours: our, mypyBaseline: their, speedup: their.ms / our.ms };
}

async function measureSize(codeBase: CodeBase, pythons: Pythons): Promise<Record<string, Row>> {
  const rows: Record<string, Row> = {};
  for (const edit of EDITS) {
    await codeBase.whileEdited(edit, async () => {
      rows[edit.name] = await measureCase(codeBase, edit, pythons);
    });
  }
  return rows;
}

async function measureAll(scratch: string, pythons: Pythons): Promise<BenchReport> {
  const interpreter = ['--interpreter', pythons.mypy];
  const original = await CheckedPackage.prepare(
    required('MYPY_RATCHET_CELERY'),
    join(scratch, 'package'),
    { python: pythons.mypy, update: [process.execPath, CLI, 'update', ...interpreter] },
  );
  const sync = [pythons.mypyBaseline, '-m', 'mypy_baseline', 'sync'];
  const sizes: Record<string, Record<string, Row>> = {};
  for (const errors of SIZES) {
    const codeBase = await CodeBase.make(join(scratch, String(errors)), original, { errors, sync });
    sizes[errors] = await measureSize(codeBase, pythons);
  }
  const check = [process.execPath, CLI, 'check', ...interpreter];
  const overheadMs = await measureOverhead(pythons.mypy, {
    check,
    folder: original.folder,
    rounds: ROUNDS,
  });
  return { sizes, overheadMs };
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: use npm run bench:cli`);
  return value;
}

async function main(args: readonly string[]): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'mypy-ratchet-bench-'));
  // The caches of mypy that our command line keeps.
  process.env['XDG_CACHE_HOME'] = join(scratch, 'cache');
  try {
    const report = await measureAll(scratch, {
      mypy: required('MYPY_RATCHET_PYTHON_NEWEST'),
      mypyBaseline: required('MYPY_RATCHET_PYTHON_MYPY_BASELINE'),
    });
    const text = args.includes('--json')
      ? JSON.stringify(report, null, 2)
      : formatReport(report, ROUNDS);
    process.stdout.write(`${text}\n`);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
