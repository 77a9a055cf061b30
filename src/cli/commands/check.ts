import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { EXIT, type ExitCode, exitCodeOf } from '../exit-code.js';
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

interface CheckOptions extends GateOptions, FormatOptions {}

const EXAMPLES = `
Exit codes:
  0  nothing got worse
  1  something did
  2  mypy or Mypy Ratchet could not look, which is never a pass
  3  only fixed errors still stand in the baseline (with --stale fail)

Examples:
  mypy-ratchet check
  mypy-ratchet check --base origin/develop --format text --format sarif:mypy.sarif
  mypy-ratchet check --format sarif:mypy.sarif --sarif-results new      for GitHub's code scanning
  mypy | mypy-ratchet check -
  mypy-ratchet check --max-increase 10%`;

/** The gate of continuous integration and pre-commit. */
export function defineCheck(program: Command, context: CommandContext): void {
  const command = program
    .command('check')
    .description('the gate: fail when the type debt grew')
    .argument('[output]', '"-" to read what mypy printed from standard input');
  withFormatOptions(withPolicyOptions(withOutputOptions(withProjectOptions(command))))
    .addHelpText('after', EXAMPLES)
    .action(async (output: string | undefined, options: CheckOptions) => {
      context.end(
        await runCheck(output === '-' ? { ...options, fromOutput: '-' } : options, context),
      );
    });
}

async function runCheck(options: CheckOptions, context: CommandContext): Promise<ExitCode> {
  const outputs = readOutputs(options, context.terminal);
  if (outputs === undefined) return EXIT.failed;
  const scope = { ...scopeOf(outputs), mayShrink: true };
  const run = await runGate(options, context, scope);
  if (run.kind === 'failed') return EXIT.failed;
  const isWritten = await writeOutputs(run.report, outputs, context.terminal);
  return isWritten ? exitCodeOf(run.report.verdict) : EXIT.failed;
}
