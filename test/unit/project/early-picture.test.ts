import assert from 'node:assert/strict';
import type { CheckRun } from '../../../src/core/check/check-run.js';
import { Deferred } from '../../../src/project/deferred.js';
import { Project } from '../../../src/project/project.js';
import type { ProjectState } from '../../../src/project/project-state.js';
import { toErrors } from '../../support/arbitrary/errors.js';
import { completeRun, FakePorts } from '../../support/project/fake-ports.js';
import { PROJECT_OPTIONS } from '../../support/project/project-options.js';

const A = { path: 'a.py', code: 'misc', scope: 'f', message: 'wrong', text: 'value = f(1)' };
const B = { path: 'b.py', code: 'arg-type', scope: 'g', message: 'bad', text: 'g("two")' };
const NEW = { ...A, message: 'worse' };

function messages({ result }: ProjectState): readonly string[] {
  return result?.reconciliation.errors.map(({ error }) => `${error.path} ${error.message}`) ?? [];
}

describe('the picture while mypy is at work', () => {
  let ports: FakePorts;
  let project: Project;
  let shown = new Deferred();
  let end: (run: CheckRun) => void;
  let saving: Promise<void>;

  /** A check that has told of a new error in a.py, and waits to be ended. */
  async function begin(trigger: 'save' | 'open', changed: readonly string[]): Promise<void> {
    const ended = new Promise<CheckRun>((resolve) => {
      end = resolve;
    });
    const told = new Deferred();
    ports.run = ({ early }) => {
      early?.onErrors(toErrors([NEW]));
      told.resolve();
      return ended;
    };
    shown = new Deferred();
    saving = project.check(trigger, changed);
    await told.promise;
  }

  beforeEach(async () => {
    ports = new FakePorts();
    ports.run = async () => completeRun(toErrors([A, B]));
    project = new Project(ports, PROJECT_OPTIONS, (state) => {
      if (state.result?.authority === 'preview') shown.resolve();
    });
    await project.check('open');
    await project.createBaseline();
  });
  afterEach(() => project.dispose());

  it('has the errors of the edited file as mypy printed them, and all others as they were', async () => {
    await begin('save', ['/p/a.py']);
    await shown.promise;
    assert.deepEqual(messages(project.state), ['a.py worse', 'b.py bad']);
    assert.equal(project.state.activity.kind, 'checking');
    assert.equal(project.state.result?.summary.totals.fixed, 0);
    end(completeRun(toErrors([NEW])));
    await saving;
    assert.deepEqual(messages(project.state), ['a.py worse']);
    assert.equal(project.state.result?.authority, 'plain');
  });

  for (const run of [
    { kind: 'failed', failure: { kind: 'killed', signal: 'SIGKILL' }, stderr: '' },
    { kind: 'blocked', blockers: toErrors([B]), stderr: '' },
  ] as const) {
    it(`goes back to the last one when the run is ${run.kind}`, async () => {
      await begin('save', ['/p/a.py']);
      await shown.promise;
      end(run);
      await saving;
      assert.deepEqual(messages(project.state), ['a.py wrong', 'b.py bad']);
      assert.equal(project.state.result?.authority, 'plain');
      assert.notEqual(project.state.stale, null);
    });
  }

  it('leaves the baseline file alone', async () => {
    const before = ports.disk;
    await begin('save', ['/p/a.py']);
    await shown.promise;
    end({ kind: 'failed', failure: { kind: 'killed', signal: 'SIGKILL' }, stderr: '' });
    await saving;
    assert.equal(ports.disk, before);
  });

  it('is not made anew when no file was edited', async () => {
    await begin('open', []);
    end(completeRun(toErrors([A, B])));
    await saving;
    assert.deepEqual(messages(project.state), ['a.py wrong', 'b.py bad']);
  });
});
