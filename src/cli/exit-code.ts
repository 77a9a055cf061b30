/** What the command line ends with. */
export const EXIT = {
  pass: 0,
  /** mypy or we could not do what was asked: never to be taken for a pass. */
  failed: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
