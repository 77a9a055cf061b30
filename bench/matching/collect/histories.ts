/** A history on PyPI that a corpus can be made of again. */
export interface NamedHistory {
  /** The project's name on PyPI. */
  readonly project: string;
  /** As `--releases` takes it. */
  readonly releases: string;
  readonly packages: readonly string[];
  readonly mypyArgs: readonly string[];
  /** What is installed beside mypy, as pip takes it. */
  readonly installs: readonly string[];
}

/** By the name of the corpus. None of them was looked at when the rules were made. */
export const HISTORIES: Readonly<Record<string, NamedHistory>> = {};
