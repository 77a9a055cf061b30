import { EXIT, type ExitCode } from './exit-code.js';

/**
 * Ends the process with what a run comes to. An exception is a mistake of ours or of the system: it
 * is told whole, and is never a pass.
 */
export function endProcess(run: Promise<ExitCode>, tell: (words: string) => void): void {
  run.then(
    (exitCode) => {
      process.exitCode = exitCode;
    },
    (error: unknown) => {
      tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
      process.exitCode = EXIT.failed;
    },
  );
}
