import assert from 'node:assert/strict';
import { Deferred } from '../../../src/project/deferred.js';
import { Project } from '../../../src/project/project.js';
import { completeRun, FakePorts } from '../../support/project/fake-ports.js';
import { PROJECT_OPTIONS } from '../../support/project/project-options.js';

describe("the priority of a project's checks", () => {
  let ports: FakePorts;
  let project: Project;
  let priorities: unknown[];
  let gate: Promise<void>;
  let started: Deferred;

  beforeEach(() => {
    ports = new FakePorts();
    priorities = [];
    gate = Promise.resolve();
    started = new Deferred();
    ports.run = async ({ priority }) => {
      priorities.push(priority);
      started.resolve();
      await gate;
      return completeRun([]);
    };
    project = new Project(ports, PROJECT_OPTIONS, () => undefined);
  });
  afterEach(() => project.dispose());

  it('is low unless a person waits', async () => {
    for (const trigger of ['open', 'files', 'head', 'configuration', 'confirm'] as const) {
      await project.check(trigger);
    }
    assert.deepEqual(priorities, ['low', 'low', 'low', 'low', 'low']);
    await project.check('save');
    await project.check('command');
    assert.deepEqual(priorities.slice(5), ['normal', 'normal']);
  });

  it('is normal for a save that comes while a check runs that nobody waits for', async () => {
    const held = new Deferred();
    gate = held.promise;
    const opening = project.check('open');
    await started.promise;
    const saving = project.check('save');
    held.resolve();
    await Promise.all([opening, saving]);
    assert.deepEqual(priorities, ['low', 'normal']);
  });
});
