import { openProject, type ProjectSurroundings } from '../project/open-project.js';
import type { Project } from '../project/project.js';
import type { ProjectLocation } from '../project/project-location.js';
import type { FolderSettings } from '../protocol/settings.js';
import { BaselineMemory } from '../workspace/baseline-store/baseline-memory.js';
import type { ChangeSet } from '../workspace/watch/change-set.js';
import { type ProjectWatch, watchProject } from '../workspace/watch/watch-project.js';
import { BranchHost } from './branch-host.js';
import { FileOwners } from './file-owners.js';
import { FixHost } from './fixes/fix-host.js';
import type { HostPorts } from './host-ports.js';
import { ReportHost } from './report-host.js';

/** What exists anew whenever the folder's configuration leads to another root or baseline. */
export interface OpenedProject {
  readonly location: ProjectLocation;
  readonly project: Project;
  readonly watch: ProjectWatch;
  readonly branch: BranchHost;
  readonly owners: FileOwners;
  readonly report: ReportHost;
  readonly fixes: FixHost;
}

/** Whom an opened project tells what. */
export interface OpenedPorts extends Pick<HostPorts, 'sendBranch' | 'language' | 'log'> {
  readonly onDidChange: () => void;
  /** Something happened on disk without the editor. */
  readonly onDiskChange: (changes: ChangeSet) => void;
}

/** Opens a project with all that the editor asks of it, and watches its files. */
export function openHosted(
  location: ProjectLocation,
  settings: FolderSettings,
  surroundings: ProjectSurroundings,
  { sendBranch, language, log, onDidChange, onDiskChange }: OpenedPorts,
): OpenedProject {
  const { root, gitFolder, baselinePath, configurationFiles } = location;
  const { env, storageFolder } = surroundings;
  const baselines = new BaselineMemory();
  const project = openProject(location, settings, { ...surroundings, baselines }, onDidChange);
  const watch = watchProject(
    { root, gitFolder, baselineFile: baselinePath, configurationFiles },
    onDiskChange,
    { log: (line) => log.warn(line) },
  );
  return {
    location,
    project,
    watch,
    branch: new BranchHost({ location, env, baselines, language }, sendBranch),
    owners: new FileOwners(location),
    report: new ReportHost({ location, baselines, env, storageFolder, language }),
    fixes: new FixHost(root, project, language),
  };
}
