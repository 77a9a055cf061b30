import { messageOf } from '../../core/thrown/message-of.js';
import type { Project } from '../../project/project.js';
import type { ProjectLocation } from '../../project/project-location.js';
import { watchProject } from '../../workspace/watch/watch-project.js';

/** What changed on disk between two questions. */
export interface FollowedChanges {
  /** Absolute paths of Python files that changed since this was asked last. */
  take(): readonly string[];
  close(): Promise<void>;
}

/** Notes which files change, and has the project look for its configuration again when that does. */
export function followChanges(
  project: Project,
  { root, gitFolder, baselinePath, configurationFiles }: ProjectLocation,
  log: (text: string) => void,
): FollowedChanges {
  const changed = new Set<string>();
  const fail = (error: unknown) => log(`${messageOf(error)}\n`);
  const watch = watchProject(
    { root, gitFolder, baselineFile: baselinePath, configurationFiles },
    ({ python, configuration }) => {
      for (const file of python) changed.add(file);
      if (configuration) project.restart('configuration').catch(fail);
    },
    { log: (line) => log(`${line}\n`) },
  );
  return {
    take: () => {
      const taken = [...changed];
      changed.clear();
      return taken;
    },
    close: () => watch.close(),
  };
}
