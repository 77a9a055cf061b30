import type { MypyInvocation } from './mypy-invocation.js';
import { type MypyOptions, readMypyOptions } from './mypy-options.js';

/** The Python that mypy checks for, `major.minor`: what it is told, else that of its interpreter. */
export async function findTargetPython(
  invocation: Pick<MypyInvocation, 'args' | 'configFile' | 'environment'>,
): Promise<string> {
  const { args, configFile, environment } = invocation;
  return readTargetPython(args, await readMypyOptions(configFile)) ?? environment.pythonVersion;
}

/** What a command line says about it, else a configuration; undefined where neither does. */
export function readTargetPython(
  args: readonly string[],
  options: MypyOptions,
): string | undefined {
  const index = args.findLastIndex((arg) => /^--python-version(?:=|$)/.test(arg));
  const named = index < 0 ? undefined : ((args[index] ?? '').split('=')[1] ?? args[index + 1]);
  const configured = options['python_version'];
  const version = named ?? (typeof configured === 'number' ? String(configured) : configured);
  return typeof version === 'string' && /^\d+\.\d+$/.test(version) ? version : undefined;
}
