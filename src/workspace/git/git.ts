import { access } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { stampFile } from '../file-stamp.js';
import { listHeadFiles } from './head-files.js';
import { runGit } from './run-git.js';
import { stampRefs } from './stamp-refs.js';

/** Whether a folder is under git, and where. */
export type RepositorySearch =
  | {
      readonly kind: 'found';
      /** Absolute. */
      readonly worktreeRoot: string;
      /** Absolute; of this worktree, where its HEAD and index are. */
      readonly gitFolder: string;
      /**
       * Where the folder is in the worktree, `/`-separated; empty at its top. git knows it where a
       * symbolic link leads to the folder, and paths do not tell.
       */
      readonly prefix: string;
    }
  | { readonly kind: 'none' }
  /** git is not installed. */
  | { readonly kind: 'missing' }
  /** git refuses, mostly because somebody else owns the folder. */
  | { readonly kind: 'refused'; readonly detail: string };

/** A file as a commit has it. */
export type CommittedFile =
  | { readonly kind: 'text'; readonly text: string }
  /** The commit has no such file, or there is no commit or repository at all. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed'; readonly detail: string };

/** How git calls a file's content, and how long that is. */
export interface BlobName {
  /** Hexadecimal. */
  readonly id: string;
  readonly bytes: number;
}

/** How git calls a file as a commit has it. */
export type CommittedName =
  | ({ readonly kind: 'blob' } & BlobName)
  | Exclude<CommittedFile, { kind: 'text' }>;

/** How often an index that is locked is looked at before git counts as busy, and how long between. */
const LOOKS = 10;
const LOOK_AGAIN_MS = 20;

const NO_REPOSITORY = /not a git repository/i;

/** Reads a git repository through the person's own git. */
export class Git {
  async findRepository(folder: string): Promise<RepositorySearch> {
    const run = await runGit(folder, [
      'rev-parse',
      '--show-toplevel',
      '--absolute-git-dir',
      '--show-prefix',
    ]);
    if (run.kind === 'missing') return run;
    if (run.kind === 'failed') {
      return NO_REPOSITORY.test(run.stderr)
        ? { kind: 'none' }
        : { kind: 'refused', detail: run.stderr };
    }
    const [worktreeRoot = '', gitFolder = '', shown = ''] = run.stdout.split('\n');
    const prefix = shown.replace(/\/$/, '');
    return worktreeRoot === ''
      ? { kind: 'none' }
      : { kind: 'found', worktreeRoot, gitFolder, prefix };
  }

  /** A file (absolute path) as a revision has it. */
  readCommitted(file: string, revision = 'HEAD'): Promise<CommittedFile> {
    return this.readCommittedBelow(dirname(file), basename(file), revision);
  }

  /**
   * The same where the file's own folder may be gone.
   *
   * @param folder Absolute; there.
   * @param path Of the file, relative to it and `/`-separated.
   */
  async readCommittedBelow(folder: string, path: string, revision: string): Promise<CommittedFile> {
    return toFile(await askObject(folder, '--batch', `${revision}:./${path}`));
  }

  /** How git calls a file (absolute path) as a revision has it. */
  async nameCommitted(file: string, revision: string): Promise<CommittedName> {
    return askObject(dirname(file), '--batch-check', `${revision}:./${basename(file)}`);
  }

  /**
   * The text of a file by its name.
   *
   * @param file Absolute; any in the repository.
   */
  async readBlob(file: string, id: string): Promise<CommittedFile> {
    return toFile(await askObject(dirname(file), '--batch', id));
  }

  /**
   * What changes whenever another commit becomes the one that is checked out: time stamps and sizes
   * of what git writes on each move, and what HEAD names, which moves a moment after its log. Much
   * cheaper than to ask git. Null without a repository, or where nobody keeps the log.
   */
  stampHead(gitFolder: string | null): string | null {
    if (gitFolder === null) return null;
    const [head, ...logs] = listHeadFiles(gitFolder).map(stampFile);
    // No log: before the first commit, or switched off.
    if (head === undefined || logs.every((log) => log === undefined)) return null;
    return [head, ...logs, stampRefs(gitFolder, ['HEAD'])].join();
  }

  /**
   * Whether git is changing the working tree right now: it holds the index locked meanwhile. So does
   * `git status`, for some milliseconds, and somebody's prompt may ask for that again and again: such a
   * glance is waited for.
   */
  async isBusy(gitFolder: string | null): Promise<boolean> {
    if (gitFolder === null) return false;
    for (let looks = 1; await isLocked(gitFolder); looks++) {
      if (looks === LOOKS) return true;
      await setTimeout(LOOK_AGAIN_MS);
    }
    return false;
  }
}

async function isLocked(gitFolder: string): Promise<boolean> {
  try {
    await access(join(gitFolder, 'index.lock'));
    return true;
  } catch {
    // Not there: nobody holds it.
    return false;
  }
}

/** What git says of an object, and all of it where it was asked so. */
type ObjectAnswer =
  | ({ readonly kind: 'blob'; readonly text: string } & BlobName)
  | Exclude<CommittedFile, { kind: 'text' }>;

async function askObject(
  folder: string,
  how: '--batch' | '--batch-check',
  name: string,
): Promise<ObjectAnswer> {
  if (name.includes('\n')) return { kind: 'failed', detail: 'its name holds a line break' };
  const run = await runGit(folder, ['cat-file', how], `${name}\n`);
  if (run.kind === 'missing') return { kind: 'absent' };
  if (run.kind === 'ok') return readBatch(run.stdout);
  return NO_REPOSITORY.test(run.stderr)
    ? { kind: 'absent' }
    : { kind: 'failed', detail: run.stderr };
}

function toFile(answer: ObjectAnswer): CommittedFile {
  return answer.kind === 'blob' ? { kind: 'text', text: answer.text } : answer;
}

/** `<hash> blob <bytes>`, a line break, and mostly the text and a line break; or `<name> missing`. */
function readBatch(stdout: string): ObjectAnswer {
  const end = stdout.indexOf('\n');
  const head = stdout.slice(0, end);
  const [, id, bytes] = /^([0-9a-f]+) blob (\d+)$/.exec(head) ?? [];
  if (id !== undefined) {
    return { kind: 'blob', id, bytes: Number(bytes), text: stdout.slice(end + 1, -1) };
  }
  return head.endsWith(' missing') ? { kind: 'absent' } : { kind: 'failed', detail: head };
}
