import { FaultProject, type FaultProjectOptions } from './fault-project.js';

/**
 * Opens projects that end with their test, in which they must leave nothing. To be called inside a
 * `describe`.
 */
export function projectPerTest(): (options?: FaultProjectOptions) => Promise<FaultProject> {
  before(function () {
    if (process.platform === 'linux') return;
    console.log('      skipped: whose processes are left can be told on Linux only');
    this.skip();
  });
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
