import { join } from 'node:path';
import type { PlannedFile } from './apply-plan.js';
import type { FilePlan } from './file-plan.js';
import { planConfiguration } from './plan-configuration.js';
import { planGitattributes } from './plan-gitattributes.js';
import { planGithubWorkflow } from './plan-github-workflow.js';
import { planGitlabJob } from './plan-gitlab-job.js';
import { planPreCommit } from './plan-pre-commit.js';
import { type PresentFile, readPresentFile } from './present-file.js';
import type { InitAnswers } from './questions.js';
import { inRepository, type SetUp } from './set-up.js';

type Planner = (present: string | null) => FilePlan;

/**
 * Reads the files that the answers concern and plans each.
 *
 * @param repositoryRoot Absolute.
 * @param rev The tag of our own release, for pre-commit.
 */
export async function planFiles(
  repositoryRoot: string,
  setUp: SetUp,
  answers: InitAnswers,
  rev: string,
): Promise<readonly PlannedFile[]> {
  const plans: Planner[] = [(present) => planGitattributes(present, setUp)];
  if (answers.github) plans.push((present) => planGithubWorkflow(present, setUp));
  if (answers.gitlab) plans.push((present) => planGitlabJob(present, setUp));
  if (answers.preCommit) {
    plans.push((present) => planPreCommit(present, setUp, { preset: answers.preset, rev }));
  }
  const files = plans.map(async (plan): Promise<PlannedFile> => {
    const { path } = plan(null);
    const present = await readPresentFile(join(repositoryRoot, path));
    return { present, plan: planReadable(path, present, plan) };
  });
  return Promise.all([...files, planConfigurationFile(repositoryRoot, setUp)]);
}

async function planConfigurationFile(repositoryRoot: string, setUp: SetUp): Promise<PlannedFile> {
  const read = (name: string) => readPresentFile(join(repositoryRoot, inRepository(setUp, name)));
  const own = await read('mypy-ratchet.toml');
  if (own.kind !== 'absent') {
    return { present: own, plan: planConfiguration({ pyproject: null, own: '' }, setUp) };
  }
  const present = await read('pyproject.toml');
  const path = inRepository(setUp, 'pyproject.toml');
  const plan = planReadable(path, present, (pyproject) =>
    planConfiguration({ pyproject, own: null }, setUp),
  );
  return { present, plan };
}

/** What cannot be read is not planned for: it would be overwritten. */
function planReadable(path: string, present: PresentFile, plan: Planner): FilePlan {
  const { kind } = present;
  switch (kind) {
    case 'absent':
      return plan(null);
    case 'text':
      return plan(present.text);
    case 'unreadable':
      return { kind: 'conflict', path, why: present.why };
  }
}
