import { type Command, InvalidArgumentError } from 'commander';

/** The options of every command that checks a project. */
export interface ProjectOptions {
  readonly project?: string;
  readonly interpreter?: string;
  readonly baseline?: string;
  readonly configFile?: string;
  readonly verbose?: true;
  readonly fromOutput?: string;
  readonly mypyStatus?: number;
}

/** Adds what says which project is meant, and how mypy is run. */
export function withProjectOptions(command: Command): Command {
  return command
    .option('-p, --project <folder>', 'the folder to check', '.')
    .option('--interpreter <path>', 'a Python interpreter that has mypy')
    .option('--baseline <file>', "the baseline file, relative to mypy's configuration")
    .option('--config-file <file>', "mypy's configuration file")
    .option('--verbose', 'say on stderr what is run');
}

/** Adds what lets a command read the output of a mypy that ran elsewhere. */
export function withOutputOptions(command: Command): Command {
  return command
    .option('--from-output <file>', 'read what mypy printed (text or JSON) instead of running it')
    .option(
      '--mypy-status <number>',
      'the exit status of that mypy, a stronger proof',
      parseStatus,
    );
}

function parseStatus(word: string): number {
  const status = Number(word);
  if (/^\d+$/.test(word)) return status;
  throw new InvalidArgumentError('An exit status is a number.');
}
