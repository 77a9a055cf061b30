import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, TomlError } from 'smol-toml';
import { type ProjectLocation, placeInRepository } from '../../project/project-location.js';
import { runGit } from '../../workspace/git/run-git.js';
import { readPresentFile } from './present-file.js';
import type { Hints } from './questions.js';
import type { Requirement, SetUp } from './set-up.js';

/** What was found out about a project before anything is asked. */
export interface FoundSetUp {
  readonly setUp: SetUp;
  readonly hints: Hints;
  /** Absolute; of the repository, or of the project where there is no repository. */
  readonly repositoryRoot: string;
}

/** What the plans have to know, from the disk and from git. */
export async function findSetUp(
  location: ProjectLocation,
  environment: Pick<SetUp, 'python' | 'mypy'>,
): Promise<FoundSetUp> {
  const { root } = location;
  const top = location.repositoryRoot ?? root;
  const { prefix, baselinePath } = placeInRepository(location);
  const [hasGithubFolder, hasGitlabFile, hasPreCommitFile, hasSecretsBaseline] = await Promise.all([
    exists(join(top, '.github')),
    exists(join(top, '.gitlab-ci.yml')),
    exists(join(top, '.pre-commit-config.yaml')),
    exists(join(top, '.secrets.baseline')),
  ]);
  return {
    setUp: {
      ...environment,
      project: prefix,
      baseline: baselinePath,
      defaultBranch: await findDefaultBranch(root),
      requirements: await findRequirements(root),
    },
    hints: {
      hasGithubFolder,
      hasGitlabFile,
      hasPreCommitFile,
      hasSecretsBaseline,
      remote: await askGit(root, 'remote', 'get-url', 'origin'),
    },
    repositoryRoot: top,
  };
}

/** What `origin` says, else the branch that is checked out. */
async function findDefaultBranch(root: string): Promise<string> {
  const remote = await askGit(root, 'symbolic-ref', '--short', 'refs/remotes/origin/HEAD');
  const local = await askGit(root, 'symbolic-ref', '--short', 'HEAD');
  return remote?.replace(/^origin\//, '') ?? local ?? 'main';
}

/** Names that projects give to the packages they need, and those they develop with. */
const REQUIREMENT_FILES = [
  'requirements.txt',
  'requirements-dev.txt',
  'dev-requirements.txt',
  'requirements/dev.txt',
  'requirements/test.txt',
];

async function findRequirements(root: string): Promise<readonly Requirement[]> {
  const isThere = await Promise.all(REQUIREMENT_FILES.map((path) => exists(join(root, path))));
  const files = REQUIREMENT_FILES.filter((_, index) => isThere[index]).map(
    (path): Requirement => ({ kind: 'file', path }),
  );
  return (await isInstallable(root)) ? [{ kind: 'project' }, ...files] : files;
}

/** Many have a pyproject.toml for their tools alone, which pip would not install. */
async function isInstallable(root: string): Promise<boolean> {
  if (await exists(join(root, 'setup.py'))) return true;
  const present = await readPresentFile(join(root, 'pyproject.toml'));
  if (present.kind !== 'text') return false;
  try {
    const table = parse(present.text);
    return 'project' in table || 'build-system' in table;
  } catch (error) {
    // The plan for pyproject.toml tells the person.
    if (error instanceof TomlError) return false;
    throw error;
  }
}

/** Null where git has no answer, or is not there, or there is no repository. */
async function askGit(folder: string, ...args: readonly string[]): Promise<string | null> {
  const run = await runGit(folder, args);
  return run.kind === 'ok' ? run.stdout.replace(/\r?\n$/, '') : null;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
