import type { Command } from 'commander';
import { withProject } from '../checked-project.js';
import type { CommandContext } from '../command-context.js';
import type { ExitCode } from '../exit-code.js';
import {
  type ProjectOptions,
  withOutputOptions,
  withProjectOptions,
} from '../options/project-options.js';
import { printOutcome } from '../print-outcome.js';

interface ShrinkOptions extends ProjectOptions {
  readonly anyEnvironment?: true;
}

/** Takes fixed errors out of the baseline, and nothing else: safe in a hook. */
export function defineShrink(program: Command, context: CommandContext): void {
  const command = program
    .command('shrink')
    .description('take fixed errors out of the baseline; nothing is ever added');
  withOutputOptions(withProjectOptions(command))
    .option('--any-environment', 'also a baseline that another mypy or configuration wrote')
    .addHelpText('after', '\nExample:\n  mypy-ratchet shrink && git add mypy-baseline.jsonl')
    .action(async (options: ShrinkOptions) => context.end(await runShrink(options, context)));
}

function runShrink(options: ShrinkOptions, context: CommandContext): Promise<ExitCode> {
  return withProject(options, context, async (project, { baselinePath }) => {
    const anyEnvironment = options.anyEnvironment === true;
    const outcome = await project.shrinkBaseline({ anyEnvironment });
    return printOutcome(outcome, project.state, baselinePath, context.terminal);
  });
}
