/** Where the command line writes and what it is told: what tests replace. */
export interface Terminal {
  /** Results. */
  out(text: string): void;
  /** Everything else: progress, problems, the log. */
  err(text: string): void;
  /** Whether `err` is a terminal, so that progress may be drawn over itself. */
  readonly isInteractive: boolean;
  /** Absolute. */
  readonly cwd: string;
}

/** The terminal of a real process. */
export function processTerminal({ stdout, stderr, cwd }: NodeJS.Process): Terminal {
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    isInteractive: stderr.isTTY === true,
    cwd: cwd(),
  };
}
