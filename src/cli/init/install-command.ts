import type { Requirement, SetUp } from './set-up.js';

/**
 * The shell line that a runner installs the project and mypy with, from the project's root. mypy
 * has the version that wrote the baseline: another one reports other errors.
 */
export function installCommand(
  { requirements, mypy }: Pick<SetUp, 'requirements' | 'mypy'>,
  more: readonly string[] = [],
): string {
  const packages = [...more, mypy === null ? 'mypy' : `mypy==${mypy}`];
  return ['python -m pip install', ...requirements.map(toArgument), ...packages].join(' ');
}

function toArgument(requirement: Requirement): string {
  return requirement.kind === 'project' ? '-e .' : `-r ${quoteForShell(requirement.path)}`;
}

/** A word for a POSIX shell, quoted only where it has to be. */
export function quoteForShell(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
