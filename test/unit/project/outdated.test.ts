import assert from 'node:assert/strict';
import { Deferred } from '../../../src/project/deferred.js';
import { Project } from '../../../src/project/project.js';
import { completeRun, FakePorts } from '../../support/project/fake-ports.js';
import { PROJECT_OPTIONS } from '../../support/project/project-options.js';

const FILE = '/p/a.py';

describe('what changed without a check', () => {
  let ports: FakePorts;
  let project: Project;

  const write = (hash: string, size = 3) =>
    ports.files.set(FILE, { path: FILE, mtimeSeconds: 1, size, hash });

  beforeEach(async () => {
    ports = new FakePorts();
    project = new Project(ports, PROJECT_OPTIONS, () => undefined);
    write('one');
    await project.check('open', [FILE]);
  });
  afterEach(() => project.dispose());

  it('makes the result one of before, until the next check', async () => {
    assert.equal(project.state.isOutdated, false);
    write('two');
    await project.outdate([FILE]);
    assert.equal(project.state.isOutdated, true);
    assert.equal(ports.runs, 1);
    await project.check('command');
    assert.equal(project.state.isOutdated, false);
  });

  it('does not where a file was saved just as it was', async () => {
    await project.outdate([FILE]);
    assert.equal(project.state.isOutdated, false);
  });

  it('is still so when the check that ran meanwhile has ended', async () => {
    const [held, started] = [new Deferred(), new Deferred()];
    ports.run = async () => {
      started.resolve();
      await held.promise;
      return completeRun([]);
    };
    const checked = project.check('command');
    await started.promise;
    write('two');
    await project.outdate([FILE]);
    held.resolve();
    await checked;
    assert.equal(project.state.isOutdated, true);
  });

  it('is told to mypy by the next check, where mypy would not see it', async () => {
    write('two');
    await project.outdate([FILE]);
    let forget: readonly string[] | undefined;
    ports.run = async (options) => {
      forget = options.forget;
      return completeRun([]);
    };
    await project.check('command');
    assert.deepEqual(forget, [FILE]);
  });

  it('may be the configuration, which the next check is prepared with anew', async () => {
    await project.outdate([], true);
    assert.equal(project.state.isOutdated, true);
    assert.equal(ports.preparations, 1);
    await project.check('command');
    assert.equal(ports.preparations, 2);
    assert.equal(project.state.isOutdated, false);
  });

  it('is looked at before an error of then is accepted', async () => {
    write('two');
    await project.outdate([FILE]);
    await project.acceptErrors(['gone']);
    assert.equal(ports.runs, 2);
  });
});
