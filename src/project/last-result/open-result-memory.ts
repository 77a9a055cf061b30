import { environmentHash } from '../../mypy/configuration/environment-hash.js';
import type { SourceReader } from '../../workspace/source/source-reader.js';
import type { Log } from '../ports.js';
import type { ProjectLocation, ProjectSettings } from '../project-location.js';
import { chooseRunSettings } from '../run-settings.js';
import type { ResultMemory } from './result-memory.js';
import { StoredMemory } from './stored-memory.js';

/** Makes the memory of a project's last result. */
export type OpenResults = (
  location: ProjectLocation,
  settings: ProjectSettings,
  source: SourceReader,
) => ResultMemory;

/** Where results are kept, and for whom. */
export interface ResultSurroundings {
  /** Absolute; outside every project. */
  readonly storageFolder: string;
  /** The product's version. */
  readonly version: string;
  readonly log: Log;
}

/** Memories that keep results under a storage folder. */
export function storedResults(surroundings: ResultSurroundings): OpenResults {
  return (location, settings, source) => {
    const { root, baselinePath, configuration } = location;
    const { interpreter } = settings;
    const { args, targets } = chooseRunSettings(location, settings);
    const config = environmentHash(configuration, args);
    const identity = { root, baselinePath, config, targets, interpreter };
    return new StoredMemory({ ...surroundings, identity, source });
  };
}
