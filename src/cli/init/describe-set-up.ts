import { relative } from 'node:path';
import { toSlashes } from '../../core/path/place.js';
import type { AppliedPlan } from './apply-plan.js';
import { quoteForShell } from './install-command.js';

/** One line for each file, in words. */
export function describeApplied(applied: AppliedPlan): string {
  const { kind, path } = applied;
  switch (kind) {
    case 'created':
      return `${path}: created`;
    case 'changed':
      return `${path}: added to`;
    case 'unchanged':
      return `${path}: nothing to add`;
    case 'planned':
      return `${path}: would be\n${applied.content.replace(/^(?=.)/gm, '    ')}`;
    case 'declined':
      return `${path}: left as it is`;
    case 'refused':
      return `${path}: not written, because ${applied.why}`;
  }
}

/** Where the commands are to be run, and on what. Absolute. */
export interface CommandPlaces {
  readonly cwd: string;
  readonly repositoryRoot: string;
  readonly baselinePath: string;
}

/**
 * What the person does next, as commands for a shell: the files to commit, the baseline among them,
 * and what the hooks need. Empty when nothing was written.
 *
 * @param needsSecretsScan Whether a hook asks for a `.secrets.baseline` that is not there.
 */
export function nextCommands(
  applied: readonly AppliedPlan[],
  {
    preCommit,
    needsSecretsScan,
  }: { readonly preCommit: boolean; readonly needsSecretsScan: boolean },
  { cwd, repositoryRoot, baselinePath }: CommandPlaces,
): readonly string[] {
  const written = applied
    .filter(({ kind }) => kind === 'created' || kind === 'changed')
    .map(({ path }) => path);
  if (written.length === 0) return [];
  const baseline = toSlashes(relative(repositoryRoot, baselinePath));
  const secrets = needsSecretsScan ? ['.secrets.baseline'] : [];
  const paths = [...written, baseline, ...secrets].map(quoteForShell);
  const up = toSlashes(relative(cwd, repositoryRoot));
  return [
    ...(up === '' ? [] : [`cd ${quoteForShell(up)}`]),
    // detect-secrets 1.5 ends with an error when the file that --baseline names is not there.
    ...(needsSecretsScan ? ['detect-secrets scan > .secrets.baseline'] : []),
    `git add -- ${paths.join(' ')}`,
    'git commit -m "Add mypy-ratchet"',
    ...(preCommit ? ['pre-commit install'] : []),
  ];
}
