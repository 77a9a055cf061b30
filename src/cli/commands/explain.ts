import type { Command } from 'commander';
import { serialiseEntry } from '../../core/baseline/serialise-baseline.js';
import { parsePlace } from '../../core/explain/select-errors.js';
import { visibleText } from '../../core/text/visible-text.js';
import { explainErrors, listFreeEntries } from '../../project/explain-result.js';
import type { ProjectResult } from '../../project/project-state.js';
import { withProject } from '../checked-project.js';
import type { CommandContext } from '../command-context.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { trustedResult } from '../gate-run.js';
import {
  type ProjectOptions,
  withOutputOptions,
  withProjectOptions,
} from '../options/project-options.js';

const EXAMPLES = `
Examples:
  mypy-ratchet explain app/models.py:42
  mypy-ratchet explain app/models.py:42:5
  mypy-ratchet explain 3f0c9a7be1d20456      an id from a report`;

/** Why an error is what it is. */
export function defineExplain(program: Command, context: CommandContext): void {
  const command = program
    .command('explain')
    .description('why an error is baseline or new: its entry, or what came closest')
    .argument('<error>', 'FILE:LINE, FILE:LINE:COLUMN, FILE, or an id');
  withOutputOptions(withProjectOptions(command))
    .addHelpText('after', EXAMPLES)
    .action(async (error: string, options: ProjectOptions) =>
      context.end(await runExplain(error, options, context)),
    );
}

function runExplain(
  word: string,
  options: ProjectOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal } = context;
  return withProject(options, context, async (project, location) => {
    await project.check('command');
    const result = trustedResult(project, location, terminal);
    if (result === undefined) return EXIT.failed;
    const explanations = explainErrors(word, result);
    for (const text of explanations) terminal.out(text);
    if (explanations.length > 0) return EXIT.pass;
    return explainAbsence(word, result, terminal);
  });
}

/** Where mypy finds nothing, there may have been something: that entry is fixed. */
function explainAbsence(
  word: string,
  result: ProjectResult,
  terminal: CommandContext['terminal'],
): ExitCode {
  const { path } = parsePlace(word);
  const fixed = listFreeEntries(result).filter((entry) => entry.path === path);
  if (fixed.length === 0) {
    terminal.err(`mypy finds no error at ${visibleText(word)}, and the baseline has none there.\n`);
    return EXIT.failed;
  }
  terminal.out(`mypy finds no error at ${visibleText(word)}. Fixed in this file:\n`);
  for (const entry of fixed) terminal.out(`  ${visibleText(serialiseEntry(entry))}\n`);
  return EXIT.pass;
}
