import type { CliSurroundings } from './checked-project.js';
import type { ExitCode } from './exit-code.js';
import type { Terminal } from './terminal.js';

/** What every command gets. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly surroundings: CliSurroundings;
  /** Of the package. */
  readonly version: string;
  /** Says what the process will end with. */
  readonly end: (exitCode: ExitCode) => void;
}
