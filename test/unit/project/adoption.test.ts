import assert from 'node:assert/strict';
import { Project } from '../../../src/project/project.js';
import type { CheckTrigger } from '../../../src/project/trigger.js';
import { completeRun, FakePorts } from '../../support/project/fake-ports.js';
import { PROJECT_OPTIONS } from '../../support/project/project-options.js';

describe('what another process found', () => {
  let ports: FakePorts;
  let project: Project;

  beforeEach(() => {
    ports = new FakePorts();
    project = new Project(ports, PROJECT_OPTIONS, () => undefined);
  });
  afterEach(() => project.dispose());

  it('will do for whatever nobody asked for by name', async () => {
    const wishes = new Map<CheckTrigger, boolean | undefined>();
    let trigger: CheckTrigger = 'open';
    ports.run = async ({ mayAdopt }) => {
      wishes.set(trigger, mayAdopt);
      return completeRun([]);
    };
    const all = ['open', 'save', 'files', 'head', 'configuration', 'confirm'] as const;
    for (trigger of [...all, 'retry', 'command'] as const) await project.check(trigger);
    assert.deepEqual(
      [...wishes].filter(([, may]) => may === true).map(([name]) => name),
      all,
    );
  });

  it('is looked for in the files that changed here first', async () => {
    const seen: (readonly string[] | undefined)[] = [];
    ports.run = async ({ edited }) => {
      seen.push(edited);
      return completeRun([]);
    };
    await project.check('files', ['/p/a.py']);
    await project.check('open');
    assert.deepEqual(seen, [['/p/a.py'], []]);
  });

  it('is shown with how long mypy took there, and the log tells whose it is', async () => {
    ports.run = async () => ({ ...completeRun([]), adoption: { durationMs: 4_321 } });
    await project.check('open');
    assert.equal(project.state.result?.durationMs, 4_321);
    assert.equal(project.state.result?.authority, 'plain');
    assert.match(ports.messages.join('\n'), /another process \(4\.32 s\): 0 errors/);
  });
});
