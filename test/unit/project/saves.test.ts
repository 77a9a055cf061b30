import assert from 'node:assert/strict';
import type { FileState } from '../../../src/mypy/checker/same-second-changes.js';
import { Deferred } from '../../../src/project/deferred.js';
import { Project } from '../../../src/project/project.js';
import { toErrors } from '../../support/arbitrary/errors.js';
import { completeRun, FakePorts } from '../../support/project/fake-ports.js';
import { PROJECT_OPTIONS } from '../../support/project/project-options.js';

const FILE = '/p/a.py';
const A = { path: 'a.py', code: 'misc', scope: 'f', message: 'wrong', text: 'value = f(1)' };

function state(content: string, mtimeSeconds = 0): FileState {
  return { path: FILE, mtimeSeconds, size: content.length, hash: content };
}

describe('saves', () => {
  let ports: FakePorts;
  let project: Project;

  beforeEach(async () => {
    ports = new FakePorts();
    ports.time = 100_000;
    ports.hasSameEnvironment = true;
    ports.run = async () => completeRun(toErrors([A]));
    ports.files.set(FILE, state('x = 1'));
    project = new Project(ports, PROJECT_OPTIONS, () => undefined);
    await project.check('open');
    await project.didOpen(FILE);
    assert.equal(ports.runs, 1);
  });
  afterEach(() => project.dispose());

  it('cost no run when they change no byte', async () => {
    ports.files.set(FILE, state('x = 1', 101));
    await project.didSave(FILE);
    assert.equal(ports.runs, 1);
  });

  it('cost a run when they change one, and none when that is saved again', async () => {
    ports.files.set(FILE, state('x = 2', 101));
    await project.didSave(FILE);
    assert.equal(ports.runs, 2);
    await project.didSave(FILE);
    assert.equal(ports.runs, 2);
  });

  it('cost a run when the file goes back to what an earlier run saw', async () => {
    ports.files.set(FILE, state('x = 2', 101));
    await project.didSave(FILE);
    ports.files.set(FILE, state('x = 1', 102));
    await project.didSave(FILE);
    assert.equal(ports.runs, 3);
  });

  it('cost a run while nobody knows what mypy saw', async () => {
    const other = { ...state('y = 1', 99), path: '/p/b.py' };
    ports.files.set(other.path, other);
    await project.didSave(other.path);
    assert.equal(ports.runs, 2);
    // Opened a moment after it was written, while a run began: mypy may have seen either.
    const late = { ...state('z = 1', 100), path: '/p/c.py' };
    ports.files.set(late.path, late);
    await project.didOpen(late.path);
    await project.didSave(late.path);
    assert.equal(ports.runs, 3);
  });

  it('cost a run when the file cannot be read', async () => {
    ports.files.delete(FILE);
    await project.didSave(FILE);
    assert.equal(ports.runs, 2);
  });

  it('cost a run after one that gave no verdict', async () => {
    ports.run = async () => ({
      kind: 'failed',
      failure: { kind: 'killed', signal: 'X' },
      stderr: '',
    });
    await project.check('command');
    await project.didSave(FILE);
    assert.equal(ports.runs, 3);
  });

  it('cost a run when another file changed in one that gave no verdict', async () => {
    ports.run = async () => ({ kind: 'cancelled' });
    await project.check('files', ['/p/b.py']);
    ports.run = async () => completeRun(toErrors([A]));
    await project.didSave(FILE);
    assert.equal(ports.runs, 3);
  });

  it('cost a run when mypy or a package beside it was changed', async () => {
    ports.hasSameEnvironment = false;
    await project.didSave(FILE);
    assert.equal(ports.runs, 2);
  });

  it('cost one run when they come before it looks at the files', async () => {
    ports.files.set(FILE, state('x = 2', 101));
    const saves = [1, 2, 3, 4, 5].map(() => project.check('save', [FILE]));
    await Promise.all(saves);
    assert.equal(ports.runs, 2);
  });

  it('cost one more run when they come after it has looked, which is made ready for meanwhile', async () => {
    const [held, started] = [new Deferred(), new Deferred()];
    ports.run = async () => {
      started.resolve();
      await held.promise;
      return completeRun(toErrors([A]));
    };
    const first = project.check('save', [FILE]);
    await started.promise;
    assert.equal(ports.expected, 0);
    const others = [1, 2, 3, 4].map(() => project.check('save', [FILE]));
    assert.ok(ports.expected > 0);
    held.resolve();
    await Promise.all([first, ...others]);
    assert.equal(ports.runs, 3);
  });
});
