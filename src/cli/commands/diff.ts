import type { Command } from 'commander';
import { ENGLISH } from '../../core/language/language.js';
import { visibleLines } from '../../core/text/visible-text.js';
import { branchDiff } from '../../report/formats/branch-diff.js';
import type { CommandContext } from '../command-context.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { runGate } from '../gate-run.js';
import {
  type ProjectOptions,
  withOutputOptions,
  withProjectOptions,
} from '../options/project-options.js';

/** What a branch does to the debt. mypy looks at today's code; the base's baseline says the rest. */
export function defineDiff(program: Command, context: CommandContext): void {
  const command = program
    .command('diff')
    .description('what this branch adds, accepts and fixes')
    .argument('<base>', 'a branch, tag or commit; its merge base with HEAD is compared with');
  withOutputOptions(withProjectOptions(command))
    .addHelpText('after', '\nExample:\n  mypy-ratchet diff origin/main')
    .action(async (base: string, options: ProjectOptions) =>
      context.end(await runDiff(base, options, context)),
    );
}

async function runDiff(
  base: string,
  options: ProjectOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const scope = { outlook: false, listsAll: true, mayShrink: false };
  const run = await runGate({ ...options, base }, context, scope);
  if (run.kind === 'failed') return EXIT.failed;
  const { report } = run;
  if (report.base.kind !== 'commit') {
    const { why } = report.base;
    context.terminal.err(
      visibleLines(`${base} could not be compared with: ${ENGLISH.express(why)}\n`),
    );
    return EXIT.failed;
  }
  context.terminal.out(branchDiff(report, report.base));
  return EXIT.pass;
}
