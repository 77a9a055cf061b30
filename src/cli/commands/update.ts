import type { Command } from 'commander';
import type { Outcome } from '../../project/outcome.js';
import type { Project } from '../../project/project.js';
import { withProject } from '../checked-project.js';
import type { CommandContext } from '../command-context.js';
import type { ExitCode } from '../exit-code.js';
import {
  type AcceptanceOptions,
  toAcceptance,
  withAcceptanceOptions,
} from '../options/acceptance-options.js';
import {
  type ProjectOptions,
  withOutputOptions,
  withProjectOptions,
} from '../options/project-options.js';
import {
  createSelection,
  type SelectionOptions,
  withSelectionOptions,
} from '../options/selection-options.js';
import { printOutcome } from '../print-outcome.js';
import { runRebaseline } from './rebaseline.js';

export interface UpdateOptions extends ProjectOptions, AcceptanceOptions, SelectionOptions {
  readonly anyEnvironment?: true;
  /** A revision, or true for the merge base. */
  readonly rebaseline?: string | true;
}

const EXAMPLES = `
Examples:
  mypy-ratchet update --reason "upgrade to Django 5"
  mypy-ratchet update --path app/legacy --code union-attr --reason "moves out in Q3" --expires 2027-03-31
  mypy-ratchet update --rebaseline      after an upgrade of mypy`;

/** A person accepts what is new. */
export function defineUpdate(program: Command, context: CommandContext): void {
  const command = program
    .command('update')
    .description('write the baseline: accept what is new, drop what is fixed');
  withSelectionOptions(
    withAcceptanceOptions(withOutputOptions(withProjectOptions(command))),
    'accept',
  )
    .option('--any-environment', 'also a baseline that another mypy or configuration wrote')
    .option(
      '--rebaseline [revision]',
      'another mypy: check that commit too, and accept only what is new because of mypy',
    )
    .addHelpText('after', EXAMPLES)
    .action(async (options: UpdateOptions) => context.end(await runUpdate(options, context)));
}

function runUpdate(options: UpdateOptions, context: CommandContext): Promise<ExitCode> {
  const { rebaseline } = options;
  if (rebaseline !== undefined) {
    return runRebaseline(options, rebaseline === true ? '' : rebaseline, context);
  }
  return withProject(options, context, async (project, { baselinePath }) => {
    const outcome = await update(project, options);
    return printOutcome(outcome, project.state, baselinePath, context.terminal);
  });
}

/** The first time all errors are taken, later what changed; with a selection only that. */
async function update(project: Project, options: UpdateOptions): Promise<Outcome> {
  const permission = { anyEnvironment: options.anyEnvironment === true };
  const acceptance = toAcceptance(options);
  if (options.path.length > 0 || options.code.length > 0) {
    await project.check('command');
    return project.acceptErrors(selectNew(project, options), acceptance, permission);
  }
  const created = await project.createBaseline();
  return created.kind === 'exists' ? project.updateBaseline(() => acceptance, permission) : created;
}

/** Ids of the new errors that are meant. */
function selectNew({ state: { result } }: Project, options: UpdateOptions): string[] {
  if (result === null) return [];
  const isMeant = createSelection(options);
  return result.reconciliation.errors.flatMap(({ error, status }, index) => {
    const id = result.ids[index];
    return status.kind === 'new' && isMeant(error) && id !== undefined ? [id] : [];
  });
}
