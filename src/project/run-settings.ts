import type { ProjectLocation, ProjectSettings } from './project-location.js';

/** What a person may add to mypy's command line. */
export interface RunSettings {
  readonly args: readonly string[];
  /** Empty to leave it to mypy's configuration. */
  readonly targets: readonly string[];
}

/** The editor's settings, where they say something, come before the shared configuration. */
export function chooseRunSettings(
  { ratchetConfig }: Pick<ProjectLocation, 'ratchetConfig'>,
  settings: Pick<ProjectSettings, 'args' | 'targets'>,
): RunSettings {
  return {
    args: settings.args.length > 0 ? settings.args : ratchetConfig.args,
    targets: settings.targets.length > 0 ? settings.targets : ratchetConfig.targets,
  };
}
