import { type Command, Option } from 'commander';
import { withProject } from '../checked-project.js';
import type { CommandContext } from '../command-context.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { PRESETS } from '../init/pre-commit-hooks.js';
import type { InitOptions } from '../init/questions.js';
import { setUpProject } from '../init/set-up-project.js';
import { NoAnswerError, terminalAsker } from '../init/terminal-asker.js';
import { type ProjectOptions, withProjectOptions } from '../options/project-options.js';
import { printOutcome } from '../print-outcome.js';
import { printProblems } from '../print-problems.js';

const EXAMPLES = `
Examples:
  mypy-ratchet init                     asks
  mypy-ratchet init --yes --github      for a script
  mypy-ratchet init --dry-run --pre-commit --preset team`;

/** From nothing to a project that is watched. */
export function defineInit(program: Command, context: CommandContext): void {
  const command = program
    .command('init')
    .description('write the first baseline and what belongs to it; overwrites nothing');
  withProjectOptions(command)
    .option('--github', 'a GitHub workflow')
    .option('--no-github')
    .option('--gitlab', 'a GitLab job')
    .option('--no-gitlab')
    .option('--pre-commit', 'a hook in .pre-commit-config.yaml')
    .option('--no-pre-commit')
    .addOption(new Option('--preset <name>', 'other hooks beside it').choices(PRESETS))
    .option('-y, --yes', 'take the defaults, and add to files that are there')
    .option('--dry-run', 'say what would be written, and write nothing')
    .addHelpText('after', EXAMPLES)
    .action(async (options: ProjectOptions & InitOptions) =>
      context.end(await runInit(options, context)),
    );
}

async function runInit(
  options: ProjectOptions & InitOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal, version } = context;
  try {
    return await withProject(options, context, async (project, location) => {
      if (options.dryRun === true) await project.check('command');
      else {
        const outcome = await project.createBaseline();
        const isThere = outcome.kind === 'exists';
        const exitCode = isThere
          ? EXIT.pass
          : printOutcome(outcome, project.state, location.baselinePath, terminal);
        if (exitCode !== EXIT.pass) return exitCode;
      }
      const { environment, stale } = project.state;
      if (environment === null || stale !== null) {
        printProblems(project.state, terminal);
        return EXIT.failed;
      }
      const { pythonVersion: python, mypyVersion: mypy } = environment;
      const asker = terminalAsker({ input: process.stdin, output: process.stderr });
      return setUpProject(location, { python, mypy }, options, { terminal, asker, version });
    });
  } catch (error) {
    if (!(error instanceof NoAnswerError)) throw error;
    terminal.err('\nNot answered, so nothing more was written.\n');
    return EXIT.failed;
  }
}
