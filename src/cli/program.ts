import { Command, CommanderError } from 'commander';
import type { CliSurroundings, ProjectOptions } from './checked-project.js';
import { runStatus } from './commands/status.js';
import { runUpdate, type UpdateOptions } from './commands/update.js';
import { EXIT, type ExitCode } from './exit-code.js';
import type { Terminal } from './terminal.js';

export interface ProgramOptions {
  readonly terminal: Terminal;
  readonly surroundings: CliSurroundings;
  /** Of the package. */
  readonly version: string;
}

/** Runs one command line and says what to exit with. Never throws for what a person typed. */
export async function runProgram(
  args: readonly string[],
  { terminal, surroundings, version }: ProgramOptions,
): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.pass;
  const program = new Command('mypy-ratchet')
    .description('Type debt that only ever falls: mypy errors against a committed baseline.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  withProjectOptions(program.command('status'))
    .description('check the project and print its error categories against the baseline')
    .addHelpText('after', '\nExample:\n  mypy-ratchet status --project backend')
    .action(async (options: ProjectOptions) => {
      exitCode = await runStatus(options, terminal, surroundings);
    });
  withProjectOptions(program.command('update'))
    .description('write the baseline: accept what is new, drop what is fixed')
    .option('--reason <text>', 'why the new errors are accepted')
    .addHelpText('after', '\nExample:\n  mypy-ratchet update --reason "upgrade to Django 5"')
    .action(async (options: UpdateOptions) => {
      exitCode = await runUpdate(options, terminal, surroundings);
    });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.pass : EXIT.failed;
  }
  return exitCode;
}

function withProjectOptions(command: Command): Command {
  return command
    .option('-p, --project <folder>', 'the folder to check', '.')
    .option('--interpreter <path>', 'a Python interpreter that has mypy')
    .option('--baseline <file>', "the baseline file, relative to mypy's configuration")
    .option('--config-file <file>', "mypy's configuration file")
    .option('--verbose', 'say on stderr what is run');
}
