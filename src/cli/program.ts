import { Command, CommanderError } from 'commander';
import type { CliSurroundings } from './checked-project.js';
import type { CommandContext } from './command-context.js';
import { defineCheck } from './commands/check.js';
import { defineMerge } from './commands/define-merge.js';
import { defineDiff } from './commands/diff.js';
import { defineExplain } from './commands/explain.js';
import { defineHistory } from './commands/history.js';
import { defineImport } from './commands/import.js';
import { defineInit } from './commands/init.js';
import { defineReport } from './commands/report.js';
import { defineShrink } from './commands/shrink.js';
import { defineStatus } from './commands/status.js';
import { defineUpdate } from './commands/update.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { visibleLines } from './reporters/visible-text.js';
import type { Terminal } from './terminal.js';

export interface ProgramOptions {
  readonly terminal: Terminal;
  readonly surroundings: CliSurroundings;
  /** Of the package. */
  readonly version: string;
}

/** In the order of the help. */
const COMMANDS: readonly ((program: Command, context: CommandContext) => void)[] = [
  defineInit,
  defineCheck,
  defineStatus,
  defineUpdate,
  defineShrink,
  defineDiff,
  defineExplain,
  defineReport,
  defineHistory,
  defineImport,
  defineMerge,
];

/** Runs one command line and says what to exit with. Never throws for what a person typed. */
export async function runProgram(
  args: readonly string[],
  { terminal, surroundings, version }: ProgramOptions,
): Promise<ExitCode> {
  // A command that says nothing has not looked at anything.
  let exitCode: ExitCode = EXIT.failed;
  const program = new Command('mypy-ratchet')
    .description('Type debt that only ever falls: mypy errors against a committed baseline.')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: terminal.out,
      writeErr: (text) => terminal.err(visibleLines(text)),
    });
  const end = (code: ExitCode) => {
    exitCode = code;
  };
  for (const define of COMMANDS) define(program, { terminal, surroundings, version, end });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.pass : EXIT.failed;
  }
  return exitCode;
}
