import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import type { BaselineEntry } from '../../../src/core/baseline/baseline.js';
import { serialiseBaseline } from '../../../src/core/baseline/serialise-baseline.js';
import type { CheckRun } from '../../../src/core/check/check-run.js';
import { Deferred } from '../../../src/project/deferred.js';
import { Project } from '../../../src/project/project.js';
import type { ProjectState } from '../../../src/project/project-state.js';
import { ENVIRONMENT } from '../../support/arbitrary/entries.js';
import { toError, toErrors } from '../../support/arbitrary/errors.js';
import { completeRun, FakePorts } from '../../support/project/fake-ports.js';
import { PROJECT_OPTIONS } from '../../support/project/project-options.js';

const A = { path: 'a.py', code: 'misc', scope: 'f', message: 'wrong', text: 'value = f(1)' };
const B = { path: 'b.py', code: 'arg-type', scope: 'g', message: 'bad', text: 'g("two")' };
const C = { path: 'c.py', code: 'return', scope: 'h', message: 'missing', text: 'def h() -> int:' };

function write(entries: readonly BaselineEntry[], environment = ENVIRONMENT): string {
  return serialiseBaseline({ environment, entries });
}

function open(ports: FakePorts, shrinkOnSave = true): { project: Project; states: ProjectState[] } {
  const states: ProjectState[] = [];
  const options = { ...PROJECT_OPTIONS, shrinkOnSave };
  return { project: new Project(ports, options, (state) => states.push(state)), states };
}

function finds(ports: FakePorts, entries: readonly BaselineEntry[]): void {
  ports.run = async () => completeRun(toErrors(entries));
}

function statuses({ state }: Project): string[] {
  return (state.result?.reconciliation.errors ?? []).map(({ status }) => status.kind);
}

function ids({ state }: Project): readonly string[] {
  return state.result?.ids ?? [];
}

describe('a project', () => {
  let ports: FakePorts;
  beforeEach(() => {
    ports = new FakePorts();
  });

  it('says that a check broke down while it was still looking ahead', async () => {
    ports.run = () => Promise.reject(new Error('no more files'));
    ports.foresee = () => setImmediate();
    const unheard: unknown[] = [];
    const note = (error: unknown) => unheard.push(error);
    process.on('unhandledRejection', note);
    const { project } = open(ports);
    await project.check('open');
    process.off('unhandledRejection', note);
    assert.deepEqual(project.state.stale, { kind: 'check-broken', detail: 'no more files' });
    // Node would end the server for one.
    assert.deepEqual(unheard, []);
  });

  it('never shows an older check than it has shown, however long git thinks about it', async () => {
    ports.disk = write([A, B]);
    // Two errors for one entry: git is asked which of them is new.
    ports.run = async () => completeRun([toError(A, 3), toError(A, 7)]);
    const { project } = open(ports);
    await project.check('open');
    const [asked, answered] = [new Deferred(), new Deferred()];
    const { changes } = ports;
    ports.readChanges = async () => {
      asked.resolve();
      await answered.promise;
      return changes;
    };
    ports.disk = write([A, B, C]);
    const slow = project.rereadBaseline();
    await asked.promise;
    finds(ports, [B]);
    await project.check('save');
    answered.resolve();
    await slow;
    assert.deepEqual(
      project.state.result?.reconciliation.errors.map(({ error }) => error.path),
      ['b.py'],
    );
  });

  it('shows what mypy found before there is a baseline, and creates one when asked', async () => {
    finds(ports, [A, B]);
    const { project } = open(ports);
    await project.check('open');
    assert.equal(project.state.presence, 'absent');
    assert.equal(ports.writes, 0);
    assert.deepEqual(await project.createBaseline(), {
      kind: 'written',
      added: 2,
      removed: 0,
      total: 2,
      content: write([A, B]),
    });
    assert.equal(ports.disk, write([A, B]));
    assert.deepEqual(statuses(project), ['baseline', 'baseline']);
    assert.equal((await project.createBaseline()).kind, 'exists');
  });

  it('drops a fixed entry on save, and not when the folder is opened', async () => {
    ports.disk = ports.committed = write([A, B]);
    finds(ports, [A]);
    const { project } = open(ports);
    await project.check('open');
    assert.equal(ports.disk, write([A, B]));
    await project.check('save');
    assert.equal(ports.disk, write([A]));
    assert.equal(project.state.result?.summary.totals.fixed, 1);
  });

  it('leaves fixed entries alone when told so', async () => {
    ports.disk = write([A, B]);
    const { project } = open(ports, false);
    await project.check('save');
    assert.equal(ports.disk, write([A, B]));
  });

  it('puts an entry back when its error returns before the commit', async () => {
    ports.committed = write([A, B]);
    ports.disk = write([A]);
    finds(ports, [A, B]);
    const { project } = open(ports);
    await project.check('save');
    assert.deepEqual(statuses(project), ['baseline', 'baseline']);
    assert.equal(ports.disk, write([A, B]));
  });

  it('never adds what is new by itself', async () => {
    ports.disk = ports.committed = write([A]);
    finds(ports, [A, B]);
    const { project } = open(ports);
    await project.check('save');
    assert.deepEqual(statuses(project), ['baseline', 'new']);
    assert.equal(ports.writes, 0);
  });

  it('accepts the errors it is told to, with the reason', async () => {
    ports.disk = ports.committed = write([A]);
    finds(ports, [A, B, C]);
    const { project } = open(ports);
    await project.check('save');
    const [, second] = ids(project);
    const outcome = await project.acceptErrors([second ?? ''], { reason: 'third party' });
    assert.equal(outcome.kind, 'written');
    assert.deepEqual(statuses(project), ['baseline', 'accepted', 'new']);
    assert.equal(ports.disk, write([A, { ...B, acceptance: { reason: 'third party' } }]));
    assert.equal((await project.acceptErrors([second ?? ''])).kind, 'not-new');
    assert.equal((await project.acceptErrors(['unknown'])).kind, 'not-new');
  });

  it('takes all errors of today when the baseline is updated, keeping reasons', async () => {
    const accepted = { ...A, acceptance: { reason: 'later' } };
    ports.disk = write([accepted, B]);
    const edited = { ...A, text: 'value = f(2)' };
    finds(ports, [edited, C]);
    const { project } = open(ports, false);
    await project.updateBaseline();
    assert.equal(ports.disk, write([{ ...edited, acceptance: { reason: 'later' } }, C]));
  });

  const endings: readonly (readonly [string, CheckRun])[] = [
    ['a syntax error', { kind: 'blocked', blockers: [toError(C)], stderr: '' }],
    ['a crash', failed({ kind: 'crashed', detail: 'INTERNAL ERROR' })],
    ['a kill', failed({ kind: 'killed', signal: 'SIGKILL' })],
    ['a broken plugin', failed({ kind: 'usage', detail: 'Error importing plugin "x"' })],
  ];
  for (const [name, ending] of endings) {
    it(`keeps picture and file as they are after ${name}, and says why`, async () => {
      ports.disk = ports.committed = write([A, B]);
      finds(ports, [A, B]);
      const { project } = open(ports);
      await project.check('save');
      const before = project.state.result;
      ports.run = async () => ending;
      await project.check('save');
      assert.equal(project.state.result, before);
      assert.ok(project.state.stale);
      assert.equal(ports.writes, 0);
      assert.equal((await project.shrinkBaseline()).kind, 'refused');
      assert.equal((await project.updateBaseline()).kind, 'refused');
      assert.equal((await project.acceptErrors(ids(project))).kind, 'refused');
      finds(ports, [A]);
      await project.check('save');
      assert.equal(project.state.stale, null);
      assert.equal(ports.disk, write([A]));
    });
  }

  it('writes nothing when another commit was checked out while mypy ran', async () => {
    ports.disk = ports.committed = write([A, B]);
    const { project } = open(ports);
    ports.run = async () => {
      ports.head = 'commit-2';
      return completeRun(toErrors([A]));
    };
    await project.check('save');
    assert.equal(ports.writes, 0);
  });

  it('writes nothing while git changes the working tree', async () => {
    ports.disk = write([A, B]);
    ports.gitBusy = true;
    const { project } = open(ports);
    await project.check('save');
    assert.equal(ports.writes, 0);
  });

  it('writes nothing when the file changed while mypy ran', async () => {
    ports.disk = write([A, B]);
    const { project } = open(ports);
    ports.run = async () => {
      ports.disk = write([A, B, C]);
      return completeRun(toErrors([A]));
    };
    await project.check('save');
    assert.equal(ports.writes, 0);
    assert.equal(ports.disk, write([A, B, C]));
  });

  it('compares with a baseline of another environment, and does not touch it', async () => {
    ports.disk = ports.committed = write([A, B], { ...ENVIRONMENT, mypy: '1.19.1' });
    finds(ports, [A, C]);
    const { project } = open(ports);
    await project.check('save');
    assert.deepEqual(statuses(project), ['baseline', 'new']);
    assert.equal(ports.writes, 0);
    assert.deepEqual(
      project.state.problems.map(({ kind }) => kind),
      ['environment-differs'],
    );
    assert.equal((await project.acceptErrors(ids(project))).kind, 'refused');
    assert.equal((await project.updateBaseline()).kind, 'refused');
    const told = { anyEnvironment: true };
    assert.equal((await project.updateBaseline(undefined, told)).kind, 'written');
    assert.equal(ports.disk, write([A, C]));
  });

  for (const [kind, content] of [
    ['baseline-malformed', 'oops\n'],
    ['baseline-newer', write([A]).replace('"version":1', '"version":9')],
    ['baseline-conflicted', `<<<<<<< HEAD\n${write([A])}`],
  ] as const) {
    it(`never writes over a file that is ${kind}, and compares with the commit`, async () => {
      ports.committed = write([A]);
      ports.disk = content;
      finds(ports, [A, B]);
      const { project } = open(ports);
      await project.check('save');
      assert.deepEqual(statuses(project), ['baseline', 'new']);
      assert.equal(project.state.presence, 'unusable');
      assert.deepEqual(
        project.state.problems.map((problem) => problem.kind),
        [kind],
      );
      assert.equal((await project.updateBaseline()).kind, 'refused');
      assert.equal((await project.acceptErrors(ids(project))).kind, 'refused');
      assert.equal((await project.createBaseline()).kind, 'exists');
      assert.equal(ports.disk, content);
    });
  }

  it('goes on with what an uncommitted file said before it was damaged', async () => {
    ports.disk = write([A]);
    finds(ports, [A, B]);
    const { project } = open(ports);
    await project.check('open');
    ports.disk = 'oops\n';
    await project.rereadBaseline();
    assert.deepEqual(statuses(project), ['baseline', 'new']);
  });

  it('repairs conflict markers when asked', async () => {
    const [header, ...rows] = write([A]).split('\n');
    ports.disk = `${header}\n<<<<<<< HEAD\n${rows.join('\n')}=======\n>>>>>>> other\n`;
    const { project } = open(ports);
    assert.equal((await project.repairBaseline()).kind, 'repaired');
    assert.equal(ports.disk, write([A]));
  });

  it('follows the baseline file without running mypy', async () => {
    ports.disk = write([A]);
    finds(ports, [A]);
    const { project } = open(ports);
    await project.check('open');
    ports.disk = write([]);
    await project.rereadBaseline();
    assert.deepEqual(statuses(project), ['new']);
    assert.equal(ports.runs, 1);
  });

  it('prepares anew on a restart, and checks with that', async () => {
    finds(ports, [A]);
    const { project } = open(ports);
    await project.check('open');
    await project.restart('configuration');
    assert.equal(ports.preparations, 2);
    assert.equal(ports.runs, 2);
  });

  it('says that no interpreter was found', async () => {
    ports.prepared = { kind: 'problem', problem: { kind: 'no-interpreter', rejected: [] } };
    const { project } = open(ports);
    await project.check('open');
    assert.equal(project.state.stale?.kind, 'no-interpreter');
    assert.equal(project.state.activity.kind, 'idle');
  });

  it('shows what mypy warns of on stderr', async () => {
    ports.run = async () => completeRun([], 'mypy.ini: [mypy]: Unrecognized option: strickt');
    const { project } = open(ports);
    await project.check('open');
    assert.equal(project.state.problems[0]?.kind, 'configuration-warning');
  });
});

function failed(failure: Extract<CheckRun, { kind: 'failed' }>['failure']): CheckRun {
  return { kind: 'failed', failure, stderr: '' };
}
