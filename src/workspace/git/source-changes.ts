import type { SourceChanges } from '../../core/compare/source-changes.js';
import { parseDiff } from './parse-diff.js';
import { runGit } from './run-git.js';

/** What git says was edited since a commit. */
export type ChangesRead =
  | { readonly kind: 'read'; readonly changes: SourceChanges }
  | { readonly kind: 'unknown'; readonly why: string };

/** More than this would not fit a command line on Windows, which ends at 32,767 characters. */
const MOST_NAMED_CHARACTERS = 20_000;

/**
 * The way in which `parseDiff` reads it: whole files as context, nobody's configuration or drivers.
 * The histogram algorithm finds the lines that a person would call moved or kept more often.
 */
const DIFF = [
  '-c',
  'core.quotePath=false',
  'diff',
  '--unified=1000000',
  '--histogram',
  '--find-renames',
  '--no-prefix',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-cr-at-eol',
  '--ignore-submodules',
];

/**
 * What was edited in some files since a commit, in the working tree.
 *
 * @param root Absolute.
 * @param paths Relative to it, `/`-separated.
 */
export async function readSourceChanges(
  root: string,
  commit: string,
  paths: readonly string[],
): Promise<ChangesRead> {
  const named = paths.map((path) => `:(literal)${path}`);
  const length = named.reduce((sum, path) => sum + path.length + 1, 0);
  const pathspecs = length > MOST_NAMED_CHARACTERS ? ['*.py', '*.pyi'] : named;
  return readDiff(root, ['--relative', commit, '--', ...pathspecs]);
}

/**
 * The same between two commits of a repository.
 *
 * @param repository Absolute; may be bare.
 */
export function readCommittedChanges(
  repository: string,
  from: string,
  to: string,
): Promise<ChangesRead> {
  return readDiff(repository, [from, to, '--']);
}

async function readDiff(folder: string, args: readonly string[]): Promise<ChangesRead> {
  const run = await runGit(folder, [...DIFF, ...args]);
  if (run.kind === 'missing') return { kind: 'unknown', why: 'git is not installed' };
  if (run.kind === 'failed') return { kind: 'unknown', why: run.stderr };
  return { kind: 'read', changes: parseDiff(run.stdout) };
}
