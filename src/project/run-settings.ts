import { pathBelow } from '../workspace/path-below.js';
import type { ProjectLocation, ProjectSettings } from './project-location.js';

/** What a person may add to mypy's command line. */
export interface RunSettings {
  readonly args: readonly string[];
  /** Empty to leave it to mypy's configuration. */
  readonly targets: readonly string[];
}

/**
 * The editor's settings, where they say something, come before the shared configuration, and that
 * before what another extension is told.
 */
export function chooseRunSettings(
  { ratchetConfig, root }: Pick<ProjectLocation, 'ratchetConfig' | 'root'>,
  settings: Pick<ProjectSettings, 'args' | 'targets' | 'inherited'>,
): RunSettings {
  const { inherited } = settings;
  const targets = (inherited?.targets ?? []).flatMap((target) => toTarget(root, target) ?? []);
  return {
    args: firstFilled(settings.args, ratchetConfig.args, inherited?.args ?? []),
    targets: firstFilled(settings.targets, ratchetConfig.targets, targets),
  };
}

function firstFilled(...lists: readonly (readonly string[])[]): readonly string[] {
  return lists.find((list) => list.length > 0) ?? [];
}

/** A target relative to the root; undefined outside of it, where another project is. */
function toTarget(root: string, path: string): string | undefined {
  const below = pathBelow(root, path);
  return below === '' ? '.' : below;
}
