import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { type GateOptions, runGate } from '../gate-run.js';
import {
  type FormatOptions,
  readOutputs,
  scopeOf,
  withFormatOptions,
  writeOutputs,
} from '../options/format-options.js';
import { withPolicyOptions } from '../options/policy-options.js';
import { withOutputOptions, withProjectOptions } from '../options/project-options.js';

interface ReportOptions extends GateOptions, FormatOptions {}

const EXAMPLES = `
Examples:
  mypy-ratchet report > debt.html
  mypy-ratchet report --format html:debt.html --format markdown:debt.md`;

/** The same picture as the gate's, for a reader: it ends with 0 whatever the verdict is. */
export function defineReport(program: Command, context: CommandContext): void {
  const command = program.command('report').description('write a report (an HTML page by default)');
  withFormatOptions(withPolicyOptions(withOutputOptions(withProjectOptions(command))))
    .addHelpText('after', EXAMPLES)
    .action(async (options: ReportOptions) => context.end(await runReport(options, context)));
}

async function runReport(options: ReportOptions, context: CommandContext): Promise<ExitCode> {
  const outputs = readOutputs(options, context.terminal, 'html');
  if (outputs === undefined) return EXIT.failed;
  const run = await runGate(options, context, {
    ...scopeOf(outputs),
    outlook: true,
    mayShrink: false,
  });
  if (run.kind === 'failed') return EXIT.failed;
  const isWritten = await writeOutputs(run.report, outputs, context.terminal);
  return isWritten ? EXIT.pass : EXIT.failed;
}
