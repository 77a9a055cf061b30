import { runGit } from './run-git.js';

/** Which files differ from a commit. All paths are relative to the root, `/`-separated. */
export type ChangedPathsRead =
  | {
      readonly kind: 'read';
      /** A renamed file counts under both names. */
      readonly paths: ReadonlySet<string>;
      /** The name that the commit has for a renamed file, by its present one. */
      readonly renamedFrom: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'unknown'; readonly why: string };

const DIFF = ['diff', '--name-status', '--find-renames', '--relative', '-z', '--no-ext-diff'];

/**
 * The Python files below a folder that are not as a commit has them: changed, added, renamed, deleted
 * or not known to git yet.
 *
 * @param root Absolute.
 */
export async function readChangedPaths(root: string, commit: string): Promise<ChangedPathsRead> {
  const python = ['--', '*.py', '*.pyi'];
  const [diff, untracked] = await Promise.all([
    runGit(root, [...DIFF, '--ignore-submodules', commit, ...python]),
    runGit(root, ['ls-files', '--others', '--exclude-standard', '-z', ...python]),
  ]);
  for (const run of [diff, untracked]) {
    if (run.kind === 'missing') return { kind: 'unknown', why: 'git is not installed' };
    if (run.kind === 'failed') return { kind: 'unknown', why: run.stderr };
  }
  const paths = new Set<string>();
  const renamedFrom = new Map<string, string>();
  for (const { path, from } of diff.kind === 'ok' ? readStatus(diff.stdout) : []) {
    paths.add(path).add(from);
    if (from !== path) renamedFrom.set(path, from);
  }
  for (const path of untracked.kind === 'ok' ? fieldsOf(untracked.stdout) : []) paths.add(path);
  return { kind: 'read', paths, renamedFrom };
}

/** `M`, a path; or `R086`, the old path and the new one. */
function* readStatus(output: string): Generator<{ readonly path: string; readonly from: string }> {
  const fields = fieldsOf(output).values();
  for (const status of fields) {
    const from = fields.next().value ?? '';
    const path = status.startsWith('R') ? (fields.next().value ?? '') : from;
    yield { path, from };
  }
}

function fieldsOf(output: string): readonly string[] {
  return output.split('\0').filter((field) => field !== '');
}
