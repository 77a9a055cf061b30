import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BaselineEntry } from '../../../src/core/baseline/baseline.js';
import {
  serialiseBaseline,
  serialiseEntry,
} from '../../../src/core/baseline/serialise-baseline.js';
import { readText } from '../baseline/baseline-text.js';
import { shrinkingBaselines } from '../baseline/shrinking-baselines.js';
import { readCorpus } from '../corpus/read-corpus.js';
import { SnapshotReader } from '../corpus/snapshot.js';
import { REPOSITORY } from '../files/repository.js';
import type { TemporaryFolder } from '../files/temporary-folder.js';
import { appendHistory } from '../git/import-history.js';
import { git } from '../git/repository.js';

/** Celery's own history with mypy's errors at each commit, where this machine has it. */
const CORPUS = join(REPOSITORY, '..', 'shared', 'corpus', 'celery.json.gz');
/** Of the corpus' commits, every so manieth is looked at. */
const COMMITS_APART = 60;
/** How many errors a package had that is gone since: those of celery itself, under another name. */
const GONE = 1_500;

const BASELINE = 'mypy-baseline.jsonl';
const DAYS = 330;
const DAY_SECONDS = 86_400;
const TARGET = 5_000;

const OWNERS = `* @celery/core
celery/backends/ @celery/storage
celery/worker/ celery/concurrency/ @celery/runtime
`;

/** How many commits the history has in which the baseline changes. */
export const CHANGES = 220;

/**
 * Commits the baseline that was just created as the last of many, in which a team paid its debt: what
 * earlier versions of celery had and this one has not. There is a plan for the rest, and owners.
 */
export async function commitWithHistory(folder: TemporaryFolder): Promise<void> {
  const now = Math.floor(Date.now() / 1000);
  const start = now - DAYS * DAY_SECONDS;
  const last = await folder.read(BASELINE);
  await folder.write('.github/CODEOWNERS', OWNERS);
  await folder.write('mypy-ratchet.toml', planFrom(start, now));
  await git(folder.path, 'add', '.github', 'mypy-ratchet.toml');
  await git(folder.path, 'commit', '--quiet', '--message', 'a plan');
  const calendar = { startSeconds: start, secondsApart: (DAYS * DAY_SECONDS) / CHANGES };
  await appendHistory(folder.path, BASELINE, payBack(last), calendar);
}

function planFrom(start: number, now: number): string {
  const [from, until] = [start, now + 200 * DAY_SECONDS].map((seconds) =>
    new Date(seconds * 1000).toISOString().slice(0, 10),
  );
  return `[plan]
target = ${TARGET}
date = ${until}
start = ${from}
sprint = "2 weeks"
order = ["missing-annotations", "optional"]
`;
}

/** The texts of a baseline that ends as the given one, a commit each. */
function* payBack(last: string): Generator<string> {
  const { baseline } = readText(last);
  const known = new Set(baseline.entries.map(serialiseEntry));
  const paid = listPaid(known);
  const entries = [...baseline.entries, ...paid.values()];
  const [header = '', ...lines] = serialiseBaseline({ ...baseline, entries }).split('\n');
  const rank = new Map([...paid.keys()].map((line, at) => [line, at]));
  for (let commit = 0; commit < CHANGES; commit += 1) {
    const left = Math.round(paid.size * (1 - shareDone(commit / (CHANGES - 1))));
    yield [header, ...lines.filter((line) => (rank.get(line) ?? -1) < left)].join('\n');
  }
}

/** A team is now faster and now slower; from 0 to 1, and never back. */
function shareDone(time: number): number {
  return time - Math.sin(time * 8 * Math.PI) / 30;
}

/** Entries that are not among the known ones, by their lines. */
function listPaid(known: ReadonlySet<string>): ReadonlyMap<string, BaselineEntry> {
  const paid = new Map<string, BaselineEntry>();
  for (const { path, code, scope, message, text } of listFormer()) {
    const entry = { path, code, scope, message, text };
    const line = serialiseEntry(entry);
    if (!known.has(line)) paid.set(line, entry);
  }
  return paid;
}

function* listFormer(): Generator<BaselineEntry> {
  if (!existsSync(CORPUS)) {
    const [text = ''] = shrinkingBaselines({ commits: 1, from: GONE, to: GONE });
    yield* readText(text).baseline.entries;
    return;
  }
  const corpus = readCorpus(CORPUS);
  const snapshots = new SnapshotReader(corpus);
  const errorsOf = (commit: number) =>
    [...snapshots.read(commit).values()].flatMap(({ errors }) => errors);
  for (const error of errorsOf(0).slice(0, GONE)) {
    yield { ...error, path: error.path.replace('celery/', 'celery/legacy/') };
  }
  for (let commit = 0; commit < corpus.commits.length; commit += COMMITS_APART) {
    yield* errorsOf(commit);
  }
}
