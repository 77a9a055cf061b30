import { basename } from 'node:path';
import type { Command } from 'commander';
import { ENGLISH } from '../../core/language/language.js';
import { visibleLines } from '../../core/text/visible-text.js';
import { describeOutcome } from '../../project/outcome.js';
import { withProject } from '../checked-project.js';
import type { CommandContext } from '../command-context.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { type ProjectOptions, withProjectOptions } from '../options/project-options.js';
import { printOutcome } from '../print-outcome.js';

const EXAMPLES = `
After a merge, where git says that the baseline is in conflict:
  mypy-ratchet repair && git add mypy-baseline.jsonl`;

/** Makes a baseline of what a merge left. mypy does not run, and no entry goes. */
export function defineRepair(program: Command, context: CommandContext): void {
  const command = program
    .command('repair')
    .description("take git's conflict markers and doubled headers out of the baseline");
  withProjectOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (options: ProjectOptions) => context.end(await runRepair(options, context)));
}

function runRepair(options: ProjectOptions, context: CommandContext): Promise<ExitCode> {
  const { terminal } = context;
  return withProject(options, context, async (project, { baselinePath }) => {
    const outcome = await project.repairBaseline();
    if (outcome.kind !== 'refused') {
      return printOutcome(outcome, project.state, baselinePath, terminal);
    }
    // The file's own problem is that it wants a repair: only why there is none is news.
    terminal.err(`${visibleLines(describeOutcome(outcome, basename(baselinePath), ENGLISH))}\n`);
    return EXIT.failed;
  });
}
