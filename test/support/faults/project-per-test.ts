import { FaultProject, type FaultProjectOptions } from './fault-project.js';

/**
 * Opens projects that end with their test, in which they must leave nothing. To be called inside a
 * `describe`.
 */
export function projectPerTest(): (options?: FaultProjectOptions) => Promise<FaultProject> {
  let project: FaultProject | undefined;
  afterEach(async () => {
    const opened = project;
    project = undefined;
    await opened?.close();
  });
  return async (options) => {
    project = await FaultProject.open(options);
    return project;
  };
}
