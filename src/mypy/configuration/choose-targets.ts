import type { MypyConfiguration } from './find-configuration.js';

/**
 * What to name on mypy's command line: the person's targets, else nothing when the configuration
 * or the arguments name some, else the whole root.
 *
 * @param targets `mypyRatchet.targets`.
 * @param args `mypyRatchet.args`.
 */
export function chooseTargets(
  configuration: MypyConfiguration,
  targets: readonly string[],
  args: readonly string[],
): readonly string[] {
  if (targets.length > 0) return targets;
  if (configuration.kind === 'found' && configuration.namesTargets) return [];
  return args.some(namesTarget) ? [] : ['.'];
}

function namesTarget(arg: string): boolean {
  return /^(?:-[pmc]|--(?:package|module|command)(?:=|$))/.test(arg);
}
