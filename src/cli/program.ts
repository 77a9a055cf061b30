import { Command, CommanderError } from 'commander';
import { visibleLines } from '../core/text/visible-text.js';
import type { CliSurroundings } from './checked-project.js';
import type { CommandContext } from './command-context.js';
import { EXIT, type ExitCode } from './exit-code.js';
import type { Terminal } from './terminal.js';

export interface ProgramOptions {
  readonly terminal: Terminal;
  readonly surroundings: CliSurroundings;
  /** Of the package. */
  readonly version: string;
}

type Define = (program: Command, context: CommandContext) => void;

/** In the order of the help. Loaded when they are asked for: a hook must not wait for `init`. */
const COMMANDS = {
  init: async () => (await import('./commands/init.js')).defineInit,
  check: async () => (await import('./commands/check.js')).defineCheck,
  status: async () => (await import('./commands/status.js')).defineStatus,
  update: async () => (await import('./commands/update.js')).defineUpdate,
  shrink: async () => (await import('./commands/shrink.js')).defineShrink,
  fix: async () => (await import('./commands/fix.js')).defineFix,
  repair: async () => (await import('./commands/repair.js')).defineRepair,
  diff: async () => (await import('./commands/diff.js')).defineDiff,
  explain: async () => (await import('./commands/explain.js')).defineExplain,
  report: async () => (await import('./commands/report.js')).defineReport,
  history: async () => (await import('./commands/history.js')).defineHistory,
  plan: async () => (await import('./commands/plan.js')).definePlan,
  import: async () => (await import('./commands/import.js')).defineImport,
  mcp: async () => (await import('./commands/mcp.js')).defineMcp,
  merge: async () => (await import('./commands/define-merge.js')).defineMerge,
} as const satisfies Record<string, () => Promise<Define>>;

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
  for (const load of commandsFor(args)) {
    const define = await load();
    define(program, { terminal, surroundings, version, end });
  }
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.pass : EXIT.failed;
  }
  return exitCode;
}

/** The command that is named; all of them where none is, for the help and for its suggestions. */
function commandsFor([name = '']: readonly string[]): readonly (() => Promise<Define>)[] {
  return Object.hasOwn(COMMANDS, name)
    ? Object.entries(COMMANDS).flatMap(([known, load]) => (known === name ? [load] : []))
    : Object.values(COMMANDS);
}
