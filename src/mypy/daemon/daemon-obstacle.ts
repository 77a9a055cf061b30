import { isAtLeast } from '../../core/output/version.js';
import type { MypyInvocation } from '../configuration/mypy-invocation.js';
import type { MypyOptions } from '../configuration/mypy-options.js';

/**
 * Why a project cannot have a daemon, as far as its options show; undefined when they do not speak
 * against it. The daemon refuses some of them, and of modules without a path it never sees an edit.
 *
 * @param options From the configuration file.
 */
export function findObstacle(
  { environment, args, targets }: Pick<MypyInvocation, 'environment' | 'args' | 'targets'>,
  options: MypyOptions,
): string | undefined {
  if (args.some((arg) => /^-[mc]|^--(?:module|command)(?:=|$)/.test(arg))) {
    return 'modules are named without their paths';
  }
  const namesTargets = targets.length > 0 || args.some((arg) => /^-p|^--package(?:=|$)/.test(arg));
  if (!namesTargets && isFilled(options['modules'])) {
    return 'the configuration names modules without their paths';
  }
  if (followImports(args, options) === 'silent') return 'follow_imports is silent';
  if (isOff('incremental', args, options)) return 'incremental mode is off';
  // Before 2.0 a daemon turns it on by itself.
  const isRefused = isAtLeast(environment.mypyVersion, 2, 0);
  if (isRefused && isOff('local_partial_types', args, options)) return 'local_partial_types is off';
  return undefined;
}

function followImports(args: readonly string[], options: MypyOptions): unknown {
  const index = args.findLastIndex((arg) => /^--follow-imports(?:=|$)/.test(arg));
  if (index < 0) return options['follow_imports'];
  const [, value] = (args[index] ?? '').split('=');
  return value ?? args[index + 1];
}

/** The last word of the command line counts, else the configuration's. */
function isOff(option: string, args: readonly string[], options: MypyOptions): boolean {
  const flag = option.replaceAll('_', '-');
  const last = args.findLast((arg) => arg === `--${flag}` || arg === `--no-${flag}`);
  if (last !== undefined) return last === `--no-${flag}`;
  const value = options[option];
  return value === false || (typeof value === 'string' && /^(?:false|no|off|0)$/i.test(value));
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : typeof value === 'string' && value !== '';
}
