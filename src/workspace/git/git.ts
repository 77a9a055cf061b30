import { access, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { runGit } from './run-git.js';

/** Whether a folder is under git, and where. */
export type RepositorySearch =
  | {
      readonly kind: 'found';
      /** Absolute. */
      readonly worktreeRoot: string;
      /** Absolute; of this worktree, where its HEAD and index are. */
      readonly gitFolder: string;
    }
  | { readonly kind: 'none' }
  /** git is not installed. */
  | { readonly kind: 'missing' }
  /** git refuses, mostly because somebody else owns the folder. */
  | { readonly kind: 'refused'; readonly detail: string };

/** A file as a commit has it. */
export type CommittedFile =
  | { readonly kind: 'text'; readonly text: string; readonly objectId: string }
  /** The commit has no such file, or there is no commit or repository at all. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed'; readonly detail: string };

const NO_REPOSITORY = /not a git repository/i;
/** What `git rev-parse` says of a path or revision that is not there (git 2.20 to 2.51). */
const NOT_THERE =
  /does not exist in|exists on disk, but not in|unknown revision|Needed a single revision|not a valid object name|ambiguous argument 'HEAD/i;

/** Reads a git repository through the person's own git. Remembers what commits cannot change. */
export class Git {
  readonly #texts = new Map<string, CommittedFile>();

  async findRepository(folder: string): Promise<RepositorySearch> {
    const run = await runGit(folder, ['rev-parse', '--show-toplevel', '--absolute-git-dir']);
    if (run.kind === 'missing') return run;
    if (run.kind === 'failed') {
      return NO_REPOSITORY.test(run.stderr)
        ? { kind: 'none' }
        : { kind: 'refused', detail: run.stderr };
    }
    const [worktreeRoot = '', gitFolder = ''] = run.stdout.split('\n');
    return worktreeRoot === '' ? { kind: 'none' } : { kind: 'found', worktreeRoot, gitFolder };
  }

  /** A file (absolute path) as a revision has it. */
  async readCommitted(file: string, revision = 'HEAD'): Promise<CommittedFile> {
    const folder = dirname(file);
    const name = `${revision}:./${basename(file)}`;
    const found = await runGit(folder, ['rev-parse', '--verify', name]);
    if (found.kind === 'missing') return { kind: 'absent' };
    if (found.kind === 'failed') {
      return NOT_THERE.test(found.stderr) || NO_REPOSITORY.test(found.stderr)
        ? { kind: 'absent' }
        : { kind: 'failed', detail: found.stderr };
    }
    return this.#readObject(folder, found.stdout.trim());
  }

  /**
   * What changes whenever another commit becomes the one that is checked out: time stamps and sizes
   * of HEAD and its log, which git writes on each move. Much cheaper than to ask git. Null without
   * a repository, or where nobody keeps the log.
   */
  async stampHead(gitFolder: string | null): Promise<string | null> {
    if (gitFolder === null) return null;
    try {
      const places = [join(gitFolder, 'HEAD'), join(gitFolder, 'logs', 'HEAD')];
      const stats = await Promise.all(places.map((place) => stat(place, { bigint: true })));
      return stats.map(({ mtimeNs, size }) => `${mtimeNs}:${size}`).join();
    } catch {
      // No log: before the first commit, or switched off.
      return null;
    }
  }

  /** Whether git is changing the working tree right now: it holds the index locked meanwhile. */
  async isBusy(gitFolder: string | null): Promise<boolean> {
    if (gitFolder === null) return false;
    try {
      await access(join(gitFolder, 'index.lock'));
      return true;
    } catch {
      // Not there: nobody holds it.
      return false;
    }
  }

  async #readObject(folder: string, objectId: string): Promise<CommittedFile> {
    const known = this.#texts.get(objectId);
    if (known !== undefined) return known;
    const run = await runGit(folder, ['cat-file', 'blob', objectId]);
    if (run.kind !== 'ok') {
      return { kind: 'failed', detail: run.kind === 'failed' ? run.stderr : 'git is missing' };
    }
    const file: CommittedFile = { kind: 'text', text: run.stdout, objectId };
    // One is enough: a file's history is walked elsewhere.
    this.#texts.clear();
    this.#texts.set(objectId, file);
    return file;
  }
}
