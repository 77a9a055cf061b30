import { type Phrase, phrase, verbatim } from '../../core/language/language.js';
import { isShallow } from './is-shallow.js';
import { type GitRun, runGit } from './run-git.js';
import { listTargets, type NamedTarget } from './target-branch.js';

const NO_REPOSITORY = /not a git repository/i;

/** The commit at which a branch left the one it will go into. */
export type MergeBase =
  | {
      readonly kind: 'found';
      /** The revision as it was asked for. */
      readonly name: string;
      /** Full hash. */
      readonly commit: string;
      /** Whether it is the very commit that is checked out: nothing has left the target branch. */
      readonly isHead: boolean;
    }
  /** There is no repository, or no commit in it. */
  | { readonly kind: 'none'; readonly why: Phrase }
  /** There should be one, and it could not be found. */
  | { readonly kind: 'unknown'; readonly why: Phrase };

/**
 * Finds the merge base of HEAD and the target branch. Where nobody names one and none of the usual
 * ones is there, HEAD itself stands in on a person's machine; in continuous integration (`CI` is
 * set) that would compare a branch with itself, and so it is unknown there.
 *
 * @param folder Absolute, anywhere in the working tree.
 */
export async function findMergeBase(
  folder: string,
  target: NamedTarget,
  env: Readonly<Record<string, string | undefined>>,
): Promise<MergeBase> {
  const { revisions, isNamed } = listTargets(target, env);
  const resolved = await resolveCommits(folder, ['HEAD', ...revisions]);
  if (resolved.kind === 'missing') return { kind: 'none', why: phrase('git is not installed') };
  if (resolved.kind === 'failed') {
    return NO_REPOSITORY.test(resolved.stderr)
      ? { kind: 'none', why: phrase('there is no git repository') }
      : { kind: 'unknown', why: verbatim(resolved.stderr) };
  }
  const head = resolved.commits.get('HEAD');
  if (head === undefined) return { kind: 'none', why: phrase('there is no commit yet') };
  const name = revisions.find((revision) => resolved.commits.has(revision));
  if (name !== undefined) {
    if (resolved.commits.get(name) === head) {
      return { kind: 'found', name, commit: head, isHead: true };
    }
    return mergeBaseWith(folder, name, head);
  }
  if (isNamed) {
    const [name = '', other = ''] = revisions;
    const why = (await isShallow(folder))
      ? phrase(
          'there is no {0} or {1} here: the clone is shallow, fetch the whole history (git fetch --unshallow, or fetch-depth: 0 in a workflow)',
          name,
          other,
        )
      : phrase('there is no {0} or {1} here', name, other);
    return { kind: 'unknown', why };
  }
  if ((env['CI'] ?? '') !== '') {
    const why = phrase('the target branch is not known: name it with --base');
    return { kind: 'unknown', why };
  }
  return { kind: 'found', name: 'HEAD', commit: head, isHead: true };
}

type Resolved =
  /** By revision; those that name no commit are not among them. */
  | { readonly kind: 'resolved'; readonly commits: ReadonlyMap<string, string> }
  | Exclude<GitRun, { kind: 'ok' }>;

/** Full hashes of the commits that revisions name, in one process. */
async function resolveCommits(folder: string, revisions: readonly string[]): Promise<Resolved> {
  const asked = revisions.filter((revision) => !revision.includes('\n'));
  const input = asked.map((revision) => `${revision}^{commit}\n`).join('');
  const run = await runGit(folder, ['cat-file', '--batch-check'], input);
  if (run.kind !== 'ok') return run;
  const commits = new Map<string, string>();
  for (const [index, row] of run.stdout.trimEnd().split('\n').entries()) {
    const [, hash] = /^([0-9a-f]+) commit \d+$/.exec(row) ?? [];
    const revision = asked[index];
    if (hash !== undefined && revision !== undefined) commits.set(revision, hash);
  }
  return { kind: 'resolved', commits };
}

async function mergeBaseWith(folder: string, name: string, head: string): Promise<MergeBase> {
  const run = await runGit(folder, ['merge-base', '--end-of-options', 'HEAD', name]);
  if (run.kind === 'ok') {
    const commit = run.stdout.trim();
    return { kind: 'found', name, commit, isHead: commit === head };
  }
  const why = (await isShallow(folder))
    ? phrase(
        'the merge base with {0} is not reached: the clone is shallow, fetch the whole history (git fetch --unshallow, or fetch-depth: 0 in a workflow)',
        name,
      )
    : phrase('HEAD and {0} have no common commit', name);
  return { kind: 'unknown', why };
}
