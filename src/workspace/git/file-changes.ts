import { basename, dirname, posix } from 'node:path';
import { Git } from './git.js';
import { runGit } from './run-git.js';

/** A commit that changed a file, and what it changed it from and to. */
export interface FileChange {
  /** Full hash. */
  readonly commit: string;
  /** Full hash of the first parent; null for a commit without one, or where the clone ends. */
  readonly parent: string | null;
  /** Epoch milliseconds, when it was committed. */
  readonly at: number;
  /** Epoch milliseconds, when its author wrote it. */
  readonly authoredAt: number;
  readonly author: string;
  readonly subject: string;
  /** Full ids of the file's content; null where there is no file. */
  readonly before: string | null;
  readonly after: string | null;
  /** Relative to the top of the worktree, `/`-separated: that of the file, then the one it had before. */
  readonly paths: readonly [string] | readonly [string, string];
}

export type FileChanges =
  | {
      readonly kind: 'read';
      /** Absolute. */
      readonly worktreeRoot: string;
      /** Oldest first; at least one. */
      readonly changes: readonly FileChange[];
      /** Whether the clone ends before the history does. */
      readonly isShallow: boolean;
    }
  | { readonly kind: 'none'; readonly why: 'no-git' | 'no-repository' | 'not-committed' }
  | { readonly kind: 'failed'; readonly detail: string };

/** What people configure for `git log` that would change what it prints. */
const PLAIN_LOG = ['log.follow=false', 'log.showRoot=true', 'log.showSignature=false'];

const NO_COMMIT = /does not have any commits yet|bad revision 'HEAD'/;

/** Renamed more often than this, a file has had a long life under its present names. */
const MOST_RENAMES = 10;

/** More files than this in one commit are not searched for the one that became ours. */
const RENAME_LIMIT = 400;

/**
 * The commits on the first-parent line of HEAD that changed a file (absolute path), through the
 * renames that git recognises. A merge counts as the one change that it makes to the line.
 */
export async function listFileChanges(file: string): Promise<FileChanges> {
  const repository = await new Git().findRepository(dirname(file));
  if (repository.kind === 'none') return { kind: 'none', why: 'no-repository' };
  if (repository.kind === 'missing') return { kind: 'none', why: 'no-git' };
  if (repository.kind === 'refused') return { kind: 'failed', detail: repository.detail };
  const { worktreeRoot } = repository;
  const shallow = isShallowClone(worktreeRoot);
  const first = { revision: 'HEAD', path: posix.join(repository.prefix, basename(file)) };
  const changes: FileChange[] = [];
  let part: Part | undefined = first;
  for (let renames = 0; part !== undefined && renames <= MOST_RENAMES; renames += 1) {
    const log = await readLog(worktreeRoot, part);
    if (log.kind === 'failed') {
      if (NO_COMMIT.test(log.detail)) return { kind: 'none', why: 'not-committed' };
      return log;
    }
    const oldest = log.changes.at(-1);
    const origin = oldest === undefined ? undefined : await findOrigin(worktreeRoot, oldest);
    changes.push(...log.changes.slice(0, -1));
    if (oldest !== undefined) changes.push(origin?.change ?? oldest);
    part = origin?.part;
  }
  if (changes.length === 0) return { kind: 'none', why: 'not-committed' };
  return { kind: 'read', worktreeRoot, changes: changes.reverse(), isShallow: await shallow };
}

/** The time in which a file had one name, up to a revision. */
interface Part {
  readonly revision: string;
  readonly path: string;
}

type LogRead =
  /** Newest first. */
  | { readonly kind: 'read'; readonly changes: readonly FileChange[] }
  | { readonly kind: 'failed'; readonly detail: string };

async function readLog(folder: string, { revision, path }: Part): Promise<LogRead> {
  const run = await runGit(folder, [
    '--literal-pathspecs',
    ...PLAIN_LOG.flatMap((setting) => ['-c', setting]),
    'log',
    '--first-parent',
    '--diff-merges=first-parent',
    '--raw',
    '--no-abbrev',
    '--no-renames',
    '--encoding=UTF-8',
    '--format=%x00%H%x01%P%x01%ct%x01%at%x01%an%x01%s',
    revision,
    '--',
    path,
  ]);
  if (run.kind === 'missing') return { kind: 'failed', detail: 'git is not installed' };
  if (run.kind === 'failed') return { kind: 'failed', detail: run.stderr };
  const changes = run.stdout.split('\0').flatMap((block) => readChange(block, path) ?? []);
  return { kind: 'read', changes };
}

const RAW = /^:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) /m;
const NO_BLOB = /^0+$/;

function readChange(block: string, path: string): FileChange | undefined {
  const end = block.indexOf('\n');
  const [commit = '', parents = '', seconds, authored, author = '', subject = ''] = block
    .slice(0, end)
    .split('\x01');
  const [, before = '', after = ''] = RAW.exec(block.slice(end)) ?? [];
  if (commit === '' || before === '') return undefined;
  return {
    commit,
    parent: parents.split(' ')[0] || null,
    at: Number(seconds) * 1000,
    authoredAt: Number(authored) * 1000,
    author,
    subject,
    before: NO_BLOB.test(before) ? null : before,
    after: NO_BLOB.test(after) ? null : after,
    paths: [path],
  };
}

/** What a file was made of. */
interface Origin {
  /** The change that made it, from the content and the name that it had before. */
  readonly change: FileChange;
  /** The time before that. */
  readonly part: Part;
}

/** Where a change did not add its file but rename another one; undefined where it added it. */
async function findOrigin(folder: string, change: FileChange): Promise<Origin | undefined> {
  const { parent, commit, paths } = change;
  if (change.before !== null || parent === null) return undefined;
  const [path] = paths;
  const run = await runGit(folder, [
    'diff-tree',
    '-r',
    '-z',
    '--raw',
    '--no-abbrev',
    '--find-renames',
    `-l${RENAME_LIMIT}`,
    '--diff-filter=R',
    parent,
    commit,
  ]);
  // Without an answer the history begins where the file has its present name.
  if (run.kind !== 'ok') return undefined;
  const rows = run.stdout.split('\0');
  const at = rows.findIndex((row, index) => row.startsWith(':') && rows[index + 2] === path);
  const [, before] = RAW.exec(rows[at] ?? '') ?? [];
  const from = rows[at + 1];
  if (at < 0 || before === undefined || from === undefined) return undefined;
  return {
    change: { ...change, before, paths: [path, from] },
    part: { revision: parent, path: from },
  };
}

async function isShallowClone(folder: string): Promise<boolean> {
  const run = await runGit(folder, ['rev-parse', '--is-shallow-repository']);
  return run.kind === 'ok' && run.stdout.trim() === 'true';
}
