import type { ProjectLocation } from '../../project/project-location.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Terminal } from '../terminal.js';
import { applyPlans } from './apply-plan.js';
import type { Asker } from './asker.js';
import { describeApplied, nextCommands } from './describe-set-up.js';
import { findSetUp } from './find-set-up.js';
import { planFiles } from './plan-files.js';
import { askQuestions, type InitOptions, needsSecretsScan } from './questions.js';
import type { SetUp } from './set-up.js';

/** What sets a project up besides the person's answers. */
export interface SetUpSurroundings {
  readonly terminal: Pick<Terminal, 'out' | 'cwd'>;
  readonly asker: Asker;
  /** Of our package: pre-commit gets its tag. */
  readonly version: string;
}

/**
 * Asks, writes the files around a baseline, and says what to commit. Fails when a file has to be
 * edited by the person.
 *
 * @param environment The interpreter and mypy that the baseline was made with.
 */
export async function setUpProject(
  location: ProjectLocation,
  environment: Pick<SetUp, 'python' | 'mypy'>,
  options: InitOptions,
  { terminal, asker, version }: SetUpSurroundings,
): Promise<ExitCode> {
  const { setUp, hints, repositoryRoot } = await findSetUp(location, environment);
  const answers = await askQuestions(options, hints, asker);
  const files = await planFiles(repositoryRoot, setUp, answers, `v${version}`);
  const applied = await applyPlans(files, {
    root: repositoryRoot,
    asker,
    yes: options.yes === true,
    dryRun: options.dryRun === true,
  });
  for (const file of applied) terminal.out(`${describeApplied(file)}\n`);
  const commands = nextCommands(
    applied,
    { preCommit: answers.preCommit, needsSecretsScan: needsSecretsScan(answers, hints) },
    { cwd: terminal.cwd, repositoryRoot, baselinePath: location.baselinePath },
  );
  if (commands.length > 0)
    terminal.out(`\nNext:\n${commands.map((line) => `  ${line}\n`).join('')}`);
  return applied.some(({ kind }) => kind === 'refused') ? EXIT.failed : EXIT.pass;
}
