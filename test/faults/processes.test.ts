import { FaultProject } from '../support/faults/fault-project.js';

describe('faults of the mypy process', function () {
  this.timeout(240_000);
  let project: FaultProject | undefined;

  afterEach(async () => {
    await project?.close();
    project = undefined;
  });

  async function open(): Promise<FaultProject> {
    project = await FaultProject.open();
    return project;
  }

  it('killed mid-run', async () => {
    const opened = await open();
    await opened.folder.write('mode.txt', 'kill');
    await opened.fixAndSave();
    await opened.assertHeld({ kind: 'check-failed', message: /killed/, remedy: 'show-log' });
    await opened.folder.write('mode.txt', 'fine');
    await opened.assertRecovers();
  });
});
