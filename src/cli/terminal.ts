/** Where the command line writes and what it is told: what tests replace. */
export interface Terminal {
  /** Results. */
  out(text: string): void;
  /** Everything else: progress, problems, the log. */
  err(text: string): void;
  /** All of standard input, decoded as UTF-8. */
  readInput(): Promise<string>;
  /** Whether `err` is a terminal, so that progress may be drawn over itself. */
  readonly isInteractive: boolean;
  /** Whether results may be coloured. */
  readonly hasColors: boolean;
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The terminal of a real process. */
export function processTerminal(self: NodeJS.Process): Terminal {
  const { stdout, stderr, cwd, env } = self;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    readInput: async () => {
      const chunks: Buffer[] = [];
      // Node opens it where it is first named, which takes some milliseconds.
      for await (const chunk of self.stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks).toString('utf8');
    },
    isInteractive: stderr.isTTY === true,
    hasColors: wantsColors(stdout.isTTY === true, env),
    cwd: cwd(),
    env,
  };
}

/** By https://no-color.org and, as Node does, FORCE_COLOR. */
function wantsColors(isTerminal: boolean, env: Terminal['env']): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'] ?? '';
  return forced === '' ? isTerminal : forced !== '0';
}
