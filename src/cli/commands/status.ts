import { basename } from 'node:path';
import type { Command } from 'commander';
import { categoryTable } from '../../core/counts/category-table.js';
import type { ProjectState } from '../../project/project-state.js';
import { withProject } from '../checked-project.js';
import type { CommandContext } from '../command-context.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import {
  type ProjectOptions,
  withOutputOptions,
  withProjectOptions,
} from '../options/project-options.js';
import { printProblems } from '../print-problems.js';

/** The categories against the committed baseline. */
export function defineStatus(program: Command, context: CommandContext): void {
  const command = program
    .command('status')
    .description('check the project and print its error categories against the baseline');
  withOutputOptions(withProjectOptions(command))
    .addHelpText('after', '\nExample:\n  mypy-ratchet status --project backend')
    .action(async (options: ProjectOptions) => context.end(await runStatus(options, context)));
}

/** Checks the project and prints its categories against the baseline. Changes nothing. */
function runStatus(options: ProjectOptions, context: CommandContext): Promise<ExitCode> {
  const { terminal } = context;
  return withProject(options, context, async (project, { baselinePath }) => {
    await project.check('open');
    const { state } = project;
    printProblems(state, terminal);
    if (state.stale !== null || state.result === null) return EXIT.failed;
    terminal.out(`${categoryTable(state.result.summary)}\n`);
    terminal.out(`\n${describeComparison(state, basename(baselinePath))}\n`);
    return EXIT.pass;
  });
}

function describeComparison({ environment, presence }: ProjectState, name: string): string {
  const mypy = environment === null ? 'mypy' : `mypy ${environment.mypyVersion}`;
  switch (presence) {
    case 'committed':
      return `${mypy}, against the committed ${name}.`;
    case 'uncommitted':
      return `${mypy}, against ${name}, which is not committed yet.`;
    case 'absent':
      return `${mypy}. There is no ${name} yet: mypy-ratchet init writes it.`;
    case 'unusable':
      return `${mypy}. ${name} could not be used.`;
  }
}
