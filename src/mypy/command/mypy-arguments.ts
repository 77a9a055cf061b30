import { isAtLeast } from '../../core/output/version.js';
import type { MypyInvocation } from '../configuration/mypy-invocation.js';
import { splitArguments } from './display-options.js';

/**
 * Put last, so that nothing in a configuration file or in the person's arguments changes the text
 * that we read: whole positions, a code on every error, one line each, no colour, paths relative to
 * the root, all errors, and the summary that proves the run complete.
 */
const DISPLAY = [
  '--show-column-numbers',
  '--show-error-end',
  '--show-error-codes',
  '--no-pretty',
  '--no-color-output',
  '--hide-error-context',
  '--hide-absolute-path',
  '--error-summary',
  '--soft-error-limit=-1',
  '--show-traceback',
  // With `--non-interactive` mypy prints its errors to standard error.
  '--no-install-types',
  '--interactive',
];

/** mypy's arguments for an invocation, without the program. */
export function mypyArguments(invocation: MypyInvocation): readonly string[] {
  const { environment, configFile, args, targets, cacheFolder } = invocation;
  const version = environment.mypyVersion;
  const asksForWorkers = splitArguments(args).some(
    ({ displayOption }) => displayOption === 'num_workers',
  );
  return [
    ...withoutOutput(args),
    ...(configFile === undefined ? [] : ['--config-file', configFile]),
    ...DISPLAY,
    ...(isAtLeast(version, 1, 5) ? ['--hide-error-code-links'] : []),
    ...(asksForWorkers ? [] : oneProcess(version)),
    '--cache-dir',
    cacheFolder,
    ...(targets.length > 0 ? ['--', ...targets] : []),
  ];
}

/**
 * One process, and its cache in one piece. Several workers can find other errors than one, so a
 * configuration does not decide it; it is for them that mypy splits its cache into 16 databases since
 * 2.0, and to open these takes a tenth of a check in which nothing changed.
 */
function oneProcess(version: string): readonly string[] {
  return [
    ...(isAtLeast(version, 1, 20) ? ['--num-workers=0'] : []),
    ...(isAtLeast(version, 2, 0) ? ['--sqlite-num-shards=1'] : []),
  ];
}

/** No later argument takes `--output` back. */
function withoutOutput(args: readonly string[]): readonly string[] {
  return splitArguments(args)
    .filter(({ displayOption }) => displayOption !== 'output')
    .flatMap(({ words }) => words);
}
