import { type CodeBase, listCodeBases } from './code-bases.js';
import type { Contestant } from './contestant.js';
import { measureTree, type Plan, type TreeReport } from './measure.js';
import { choose, type LatencyOptions, parseOptions } from './options.js';
import { Ours } from './ours.js';
import { measureOwnShare } from './own-share/measure-own-share.js';
import { formatReport } from './report.js';
import { ROW_KINDS } from './rows.js';
import { SPAWNED_TOOLS, Spawned } from './spawned.js';

/** Somebody who can be opened on a code base. */
interface Entrant {
  readonly name: string;
  readonly open: (codeBase: CodeBase, python: string) => Promise<Contestant>;
}

/** How many errors our own share is measured with. */
const OWN_SHARE_ERRORS = [6_000, 100_000];

const ENTRANTS: readonly Entrant[] = [
  { name: 'ours', open: (codeBase, python) => Ours.open(codeBase, python) },
  ...SPAWNED_TOOLS.map((tool) => ({
    name: tool.name,
    open: (codeBase: CodeBase, python: string) => Spawned.open(tool, codeBase, python),
  })),
];

async function measure(
  codeBase: CodeBase,
  entrants: readonly Entrant[],
  plan: Plan,
): Promise<TreeReport> {
  const python = required('MYPY_RATCHET_PYTHON_NEWEST');
  const contestants: Contestant[] = [];
  try {
    for (const { open } of entrants) contestants.push(await open(codeBase, python));
    return await measureTree(codeBase, contestants, plan);
  } finally {
    for (const contestant of contestants) await contestant.close();
  }
}

async function measureTrees(options: LatencyOptions): Promise<Record<string, TreeReport>> {
  const sources = {
    celery: required('MYPY_RATCHET_CELERY'),
    mypy: required('MYPY_RATCHET_MYPY_SOURCE'),
  };
  const plan = {
    rounds: options.runs,
    rows: choose(ROW_KINDS, options.rows),
    say: (line: string) => void process.stderr.write(`${line}\n`),
  };
  const entrants = choose(ENTRANTS, options.contestants);
  const reports: Record<string, TreeReport> = {};
  for (const codeBase of choose(listCodeBases(sources), options.trees)) {
    reports[codeBase.name] = await measure(codeBase, entrants, plan);
  }
  return reports;
}

async function measureOwnShares({ runs }: LatencyOptions): Promise<Record<string, number>> {
  const python = required('MYPY_RATCHET_PYTHON_NEWEST');
  const shares: Record<string, number> = {};
  for (const errors of OWN_SHARE_ERRORS) {
    shares[errors] = await measureOwnShare(errors, { python, rounds: runs });
  }
  return shares;
}

async function main(args: readonly string[]): Promise<void> {
  const options = parseOptions(args);
  const trees = await measureTrees(options);
  const ownShare = options.ownShare ? await measureOwnShares(options) : {};
  const report = { trees, ownShare };
  process.stdout.write(
    `${options.json ? JSON.stringify(report, null, 2) : formatReport(report)}\n`,
  );
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: use npm run bench:latency`);
  return value;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
