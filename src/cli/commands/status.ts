import { basename } from 'node:path';
import { describeProblem } from '../../core/problem/describe-problem.js';
import type { ProjectState } from '../../project/project-state.js';
import { type CliSurroundings, type ProjectOptions, withProject } from '../checked-project.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { categoryTable } from '../reporters/category-table.js';
import type { Terminal } from '../terminal.js';

/** Checks the project and prints its categories against the baseline. Changes nothing. */
export function runStatus(
  options: ProjectOptions,
  terminal: Terminal,
  surroundings: CliSurroundings,
): Promise<ExitCode> {
  return withProject(options, terminal, surroundings, async (project, { baselinePath }) => {
    await project.check('open');
    const { state } = project;
    printProblems(state, terminal);
    if (state.stale !== null || state.result === null) return EXIT.failed;
    terminal.out(`${categoryTable(state.result.summary)}\n`);
    terminal.out(`\n${describeComparison(state, basename(baselinePath))}\n`);
    return EXIT.pass;
  });
}

/** Says on stderr what the reader of the result must know. */
export function printProblems({ stale, problems }: ProjectState, terminal: Terminal): void {
  for (const problem of stale === null ? problems : [stale, ...problems]) {
    const { message, detail } = describeProblem(problem);
    terminal.err(`${message}\n`);
    if (detail !== '' && detail !== message) terminal.err(`${detail}\n`);
  }
}

function describeComparison({ environment, presence }: ProjectState, name: string): string {
  const mypy = environment === null ? 'mypy' : `mypy ${environment.mypyVersion}`;
  switch (presence) {
    case 'committed':
      return `${mypy}, against the committed ${name}.`;
    case 'uncommitted':
      return `${mypy}, against ${name}, which is not committed yet.`;
    case 'absent':
      return `${mypy}. There is no ${name} yet: mypy-ratchet update writes it.`;
    case 'unusable':
      return `${mypy}. ${name} could not be used.`;
  }
}
