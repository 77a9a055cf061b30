import { runGit } from './run-git.js';
import { listTargets } from './target-branch.js';

/** The commit at which a branch left the one it will go into. */
export type MergeBase =
  | {
      readonly kind: 'found';
      /** The revision as it was asked for. */
      readonly name: string;
      /** Full hash. */
      readonly commit: string;
    }
  /** There is no repository, or no commit in it. */
  | { readonly kind: 'none'; readonly why: string }
  /** There should be one, and it could not be found. */
  | { readonly kind: 'unknown'; readonly why: string };

/** What helps where a clone does not have the commit. */
const DEEPEN = 'the clone is shallow, fetch the whole history (fetch-depth: 0)';

/**
 * Finds the merge base of HEAD and the target branch. Where nobody names one and none of the usual
 * ones is there, HEAD itself stands in on a person's machine; in continuous integration (`CI` is
 * set) that would compare a branch with itself, and so it is unknown there.
 *
 * @param folder Absolute, anywhere in the working tree.
 * @param named A revision; empty to look for one.
 */
export async function findMergeBase(
  folder: string,
  named: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<MergeBase> {
  const head = await runGit(folder, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  if (head.kind === 'missing') return { kind: 'none', why: 'git is not installed' };
  if (head.kind === 'failed') return explainNoHead(folder, head.stderr);
  const { revisions, isNamed } = listTargets(named, env);
  const name = await findFirst(folder, revisions);
  if (name !== undefined) return mergeBaseWith(folder, name);
  if (isNamed) {
    const why = `there is no ${revisions.join(' or ')} here`;
    return { kind: 'unknown', why: (await isShallow(folder)) ? `${why}: ${DEEPEN}` : why };
  }
  if ((env['CI'] ?? '') !== '') {
    return { kind: 'unknown', why: 'the target branch is not known: name it with --base' };
  }
  return { kind: 'found', name: 'HEAD', commit: head.stdout.trim() };
}

async function explainNoHead(folder: string, stderr: string): Promise<MergeBase> {
  const repository = await runGit(folder, ['rev-parse', '--git-dir']);
  if (repository.kind === 'ok') return { kind: 'none', why: 'there is no commit yet' };
  if (/not a git repository/i.test(repository.kind === 'failed' ? repository.stderr : '')) {
    return { kind: 'none', why: 'there is no git repository' };
  }
  return { kind: 'unknown', why: stderr };
}

async function findFirst(
  folder: string,
  revisions: readonly string[],
): Promise<string | undefined> {
  for (const revision of revisions) {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
    if ((await runGit(folder, args)).kind === 'ok') return revision;
  }
  return undefined;
}

async function mergeBaseWith(folder: string, name: string): Promise<MergeBase> {
  const run = await runGit(folder, ['merge-base', 'HEAD', name]);
  if (run.kind === 'ok') return { kind: 'found', name, commit: run.stdout.trim() };
  const why = (await isShallow(folder))
    ? `the merge base with ${name} is not reached: ${DEEPEN}`
    : `HEAD and ${name} have no common commit`;
  return { kind: 'unknown', why };
}

async function isShallow(folder: string): Promise<boolean> {
  const run = await runGit(folder, ['rev-parse', '--is-shallow-repository']);
  return run.kind === 'ok' && run.stdout.trim() === 'true';
}
