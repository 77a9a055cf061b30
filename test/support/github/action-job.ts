import { TemporaryFolder } from '../files/temporary-folder.js';
import { commitAll } from '../git/repository.js';
import { createDemoBaseline } from '../project/demo-baseline.js';
import { BREAKING_EDIT, createDemoProject } from '../project/demo-project.js';
import { type ActionRun, runAction, type Workflow } from './action-run.js';
import { FakeGitHub } from './fake-github.js';

/** A job of a workflow: the demo project checked out with its baseline, a runner and a GitHub. */
export class ActionJob {
  readonly workspace: TemporaryFolder;
  readonly github: FakeGitHub;
  readonly #runner: TemporaryFolder;

  private constructor(workspace: TemporaryFolder, runner: TemporaryFolder, github: FakeGitHub) {
    this.workspace = workspace;
    this.github = github;
    this.#runner = runner;
  }

  static async create(): Promise<ActionJob> {
    const workspace = await TemporaryFolder.create('wörk space');
    const runner = await TemporaryFolder.create('runner');
    const github = await FakeGitHub.start();
    await createDemoProject(workspace);
    createDemoBaseline(workspace);
    await commitAll(workspace.path, 'baseline');
    return new ActionJob(workspace, runner, github);
  }

  run(workflow: Workflow): Promise<ActionRun> {
    return runAction(this.workspace, this.#runner, this.github, workflow);
  }

  /** Makes one new error. */
  break(): Promise<void> {
    return this.workspace.edit(BREAKING_EDIT.path, BREAKING_EDIT.from, BREAKING_EDIT.to);
  }

  async remove(): Promise<void> {
    await this.github.stop();
    await this.workspace.remove();
    await this.#runner.remove();
  }
}
