import { basename, dirname } from 'node:path';
import { ENGLISH } from '../../core/language/language.js';
import { Git } from './git.js';
import { findMergeBase } from './merge-base.js';
import { runGit } from './run-git.js';
import { type ChangesRead, readSourceChanges } from './source-changes.js';
import { stampRefs } from './stamp-refs.js';
import { listTargets, type NamedTarget } from './target-branch.js';

/** Where a branch or a tag may be that somebody names. */
const BRANCH_FOLDERS = ['refs/heads', 'refs/remotes', 'refs/tags'];

/** Where a project is, and where its branch is to go. */
export interface SourcePlace {
  /** Absolute. */
  readonly root: string;
  /** Absolute. */
  readonly baselinePath: string;
  /** Absolute; null without a repository. */
  readonly gitFolder: string | null;
  readonly target: NamedTarget;
  readonly env: Readonly<Record<string, string | undefined>>;
}

type Revision =
  | { readonly kind: 'found'; readonly commit: string }
  | { readonly kind: 'unknown'; readonly why: string };

/**
 * Says what was edited since the baseline knew every error: on a branch since the merge base, if that
 * has a baseline; on the target branch itself, and where the branch brings the first baseline, since
 * the commit that last changed it.
 */
export class SourceHistory {
  readonly #place: SourcePlace;
  readonly #git = new Git();
  /** The revision, while HEAD and the branches that it may be measured from stay where they are. */
  #last: { readonly stamp: string; readonly revision: Revision } | undefined;

  constructor(place: SourcePlace) {
    this.#place = place;
  }

  /** @param paths Relative to the root. */
  async readChanges(paths: readonly string[]): Promise<ChangesRead> {
    const revision = await this.#findRevision();
    if (revision.kind === 'unknown') return revision;
    return readSourceChanges(this.#place.root, revision.commit, paths);
  }

  async #findRevision(): Promise<Revision> {
    const { gitFolder } = this.#place;
    if (gitFolder === null) return { kind: 'unknown', why: 'there is no git repository' };
    const stamp = this.#stamp(gitFolder);
    if (stamp !== null && this.#last?.stamp === stamp) return this.#last.revision;
    const revision = await this.#chooseRevision();
    this.#last = stamp === null ? undefined : { stamp, revision };
    return revision;
  }

  #stamp(gitFolder: string): string | null {
    const head = this.#git.stampHead(gitFolder);
    if (head === null) return null;
    const { revisions } = listTargets(this.#place.target, this.#place.env);
    const names = revisions.flatMap((name) => BRANCH_FOLDERS.map((folder) => `${folder}/${name}`));
    return [head, stampRefs(gitFolder, names)].join();
  }

  async #chooseRevision(): Promise<Revision> {
    const { root, target, env } = this.#place;
    const base = await findMergeBase(root, target, env);
    if (base.kind !== 'found') return { kind: 'unknown', why: ENGLISH.express(base.why) };
    if (!base.isHead && (await this.#hasBaseline(base.commit))) {
      return { kind: 'found', commit: base.commit };
    }
    return { kind: 'found', commit: await this.#findLastChange() };
  }

  async #hasBaseline(commit: string): Promise<boolean> {
    const { baselinePath } = this.#place;
    const named = await this.#git.nameCommitted(baselinePath, commit);
    return named.kind === 'blob';
  }

  /** The commit at or below HEAD that last changed the baseline; HEAD if none did. */
  async #findLastChange(): Promise<string> {
    const { baselinePath } = this.#place;
    const args = ['log', '-1', '--format=%H', 'HEAD', '--', basename(baselinePath)];
    const run = await runGit(dirname(baselinePath), args);
    const last = run.kind === 'ok' ? run.stdout.trim() : '';
    return last === '' ? 'HEAD' : last;
  }
}
