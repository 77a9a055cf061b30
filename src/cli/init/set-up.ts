import { join } from 'node:path/posix';

/** What the files of a project's set-up have to know about it. */
export interface SetUp {
  /** The project's root, relative to the repository's, `/`-separated; empty when they are one. */
  readonly project: string;
  /** The baseline file, relative to the project's root, `/`-separated. */
  readonly baseline: string;
  readonly defaultBranch: string;
  /** For example `3.12`: the baseline counts in the environment that wrote it. */
  readonly python: string;
  /** For example `2.4.1`; null where none was found. */
  readonly mypy: string | null;
  /** What pip installs so that mypy sees the imports, in the order of installing. */
  readonly requirements: readonly Requirement[];
}

/** One source of packages for pip. */
export type Requirement =
  /** Relative to the project's root. */
  | { readonly kind: 'file'; readonly path: string }
  /** The project itself, with what its pyproject.toml or setup.py depends on. */
  | { readonly kind: 'project' };

/** What every block that we add to somebody's file begins with, so that it is found again. */
export const MARKER = '# Added by mypy-ratchet init';

/** A path of the project as the repository's root sees it. */
export function inRepository({ project }: Pick<SetUp, 'project'>, path: string): string {
  return join(project, path);
}
