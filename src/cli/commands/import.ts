import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { LocatedError } from '../../core/error/mypy-error.js';
import { readMypyBaseline } from '../../core/import/read-mypy-baseline.js';
import { type ImportedSelection, selectImported } from '../../core/import/select-imported.js';
import { visibleText } from '../../core/text/visible-text.js';
import { messageOf } from '../../core/thrown/message-of.js';
import { withProject } from '../checked-project.js';
import type { CommandContext } from '../command-context.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { type ProjectOptions, withProjectOptions } from '../options/project-options.js';
import { printOutcome } from '../print-outcome.js';

/** Takes over the baseline of another tool: what it tolerated is tolerated, all else stays new. */
export function defineImport(program: Command, context: CommandContext): void {
  const command = program
    .command('import')
    .description("write a first baseline from mypy-baseline's file, or from what mypy printed")
    .argument('<file>', 'mypy-baseline.txt, or the output of mypy as text or JSON');
  withProjectOptions(command)
    .addHelpText('after', '\nExample:\n  mypy-ratchet import mypy-baseline.txt')
    .action(async (file: string, options: ProjectOptions) =>
      context.end(await runImport(file, options, context)),
    );
}

async function runImport(
  file: string,
  options: ProjectOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal } = context;
  const name = visibleText(file);
  let content: string;
  try {
    content = await readFile(resolve(terminal.cwd, file), 'utf8');
  } catch (error) {
    terminal.err(`${name} could not be read: ${visibleText(messageOf(error))}\n`);
    return EXIT.failed;
  }
  return withProject(options, context, async (project, { root, baselinePath }) => {
    const { imported, unread } = readMypyBaseline(content, root);
    for (const line of unread.slice(0, 5)) terminal.err(`not understood: ${visibleText(line)}\n`);
    if (unread.length > 0) {
      terminal.err(
        unread.length === 1
          ? `1 line of ${name} is no error of mypy. Nothing was written.\n`
          : `${unread.length} lines of ${name} are no errors of mypy. Nothing was written.\n`,
      );
      return EXIT.failed;
    }
    let selected: ImportedSelection = { covered: [], missing: [] };
    let total = 0;
    const outcome = await project.createBaseline((errors: readonly LocatedError[]) => {
      selected = selectImported(errors, imported);
      total = errors.length;
      return selected.covered;
    });
    const exitCode = printOutcome(outcome, project.state, baselinePath, terminal);
    if (exitCode !== EXIT.pass) return exitCode;
    const gone = selected.missing.reduce((sum, { count }) => sum + count, 0);
    const left = total - selected.covered.length;
    terminal.out(`${countErrors(gone)} of ${name} ${gone === 1 ? 'is' : 'are'} fixed meanwhile.\n`);
    terminal.out(
      `${countErrors(left)} of today ${left === 1 ? 'is not in it: it is' : 'are not in it: they are'} new.\n`,
    );
    return EXIT.pass;
  });
}

function countErrors(count: number): string {
  return `${count} ${count === 1 ? 'error' : 'errors'}`;
}
