import { basename } from 'node:path';
import { describeOutcome, type Outcome } from '../../project/outcome.js';
import type { Project } from '../../project/project.js';
import { type CliSurroundings, type ProjectOptions, withProject } from '../checked-project.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Terminal } from '../terminal.js';
import { printProblems } from './status.js';

export interface UpdateOptions extends ProjectOptions {
  readonly reason?: string;
}

/** Writes today's errors as the baseline: the first time all of them, later what changed. */
export function runUpdate(
  options: UpdateOptions,
  terminal: Terminal,
  surroundings: CliSurroundings,
): Promise<ExitCode> {
  return withProject(options, terminal, surroundings, async (project, { baselinePath }) => {
    const outcome = await createOrUpdate(project, options.reason);
    const { kind } = outcome;
    if (kind === 'refused') {
      printProblems(project.state, terminal);
      return EXIT.failed;
    }
    terminal.out(`${describeOutcome(outcome, basename(baselinePath))}\n`);
    return EXIT.pass;
  });
}

async function createOrUpdate(project: Project, reason: string | undefined): Promise<Outcome> {
  const created = await project.createBaseline();
  if (created.kind !== 'exists') return created;
  return project.updateBaseline(reason === undefined ? undefined : { reason });
}
