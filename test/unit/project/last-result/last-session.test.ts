import assert from 'node:assert/strict';
import { serialiseBaseline } from '../../../../src/core/baseline/serialise-baseline.js';
import { toEntry } from '../../../../src/core/error/error-entry.js';
import { Deferred } from '../../../../src/project/deferred.js';
import type {
  KeptCheck,
  RecalledCheck,
  ResultMemory,
} from '../../../../src/project/last-result/result-memory.js';
import { Project } from '../../../../src/project/project.js';
import type { ProjectState } from '../../../../src/project/project-state.js';
import { ENVIRONMENT } from '../../../support/arbitrary/entries.js';
import { toError } from '../../../support/arbitrary/errors.js';
import { completeRun, FakePorts } from '../../../support/project/fake-ports.js';
import { PROJECT_OPTIONS } from '../../../support/project/project-options.js';

const OLD = toError({ path: 'a.py', code: 'misc', scope: '', message: 'old', text: 'old()' });
const NEW = toError({ path: 'a.py', code: 'misc', scope: '', message: 'new', text: 'new()' }, 2);

const RECALLED: RecalledCheck = {
  errors: [OLD, NEW],
  environment: ENVIRONMENT,
  checkedAt: 500,
  durationMs: 40,
  checkedFiles: 7,
  cold: { durationMs: 9_000, files: 361 },
};

class FakeMemory implements ResultMemory {
  kept: KeptCheck[] = [];
  recalled: Promise<RecalledCheck | null> = Promise.resolve(RECALLED);
  isClosed = false;

  recall(): Promise<RecalledCheck | null> {
    return this.recalled;
  }

  keep(check: KeptCheck): void {
    this.kept.push(check);
  }

  async close(): Promise<void> {
    this.isClosed = true;
  }
}

describe("the last session's result", () => {
  let ports: FakePorts;
  let memory: FakeMemory;
  let project: Project;
  let states: ProjectState[];

  beforeEach(() => {
    ports = new FakePorts();
    memory = new FakeMemory();
    ports.results = memory;
    ports.disk = serialiseBaseline({ environment: ENVIRONMENT, entries: [toEntry(OLD)] });
    ports.run = async () => completeRun([OLD, NEW]);
    states = [];
    const options = {
      ...PROJECT_OPTIONS,
      root: '/work',
      baselinePath: '/work/mypy-baseline.jsonl',
      confirmAfterMs: 1_000,
    };
    project = new Project(ports, options, (state) => states.push(state));
  });
  afterEach(() => project.dispose());

  const newIds = () =>
    project.state.result?.ids.filter(
      (_, index) => project.state.result?.reconciliation.errors[index]?.status.kind === 'new',
    ) ?? [];

  it('is shown before mypy has run, against the baseline as it is now', async () => {
    await project.recall();
    const { result } = project.state;
    assert.equal(result?.authority, 'last-session');
    assert.equal(result?.checkedAt, 500);
    assert.deepEqual(result?.summary.totals, { current: 2, committed: 1, new: 1, fixed: 0 });
    assert.equal(ports.runs, 0);
  });

  it('gives way to the first check, which is kept for the next session', async () => {
    await project.recall();
    ports.run = async () => completeRun([NEW]);
    await project.check('open');
    assert.equal(project.state.result?.authority, 'plain');
    assert.equal(project.state.result?.summary.totals.current, 1);
    const [{ startedAt, ...kept } = assert.fail('nothing was kept'), ...more] = memory.kept;
    assert.deepEqual(more, []);
    assert.equal(startedAt, 1_000);
    assert.deepEqual(kept.environment, ENVIRONMENT);
    assert.deepEqual(
      kept.errors.map(({ message }) => message),
      ['new'],
    );
  });

  it('does not replace a check that was sooner', async () => {
    const read = new Deferred();
    memory.recalled = read.promise.then(() => RECALLED);
    const recalling = project.recall();
    await project.check('open');
    read.resolve();
    await recalling;
    assert.equal(project.state.result?.authority, 'plain');
  });

  for (const [what, environment] of [
    ['another mypy', { ...ENVIRONMENT, mypy: '1.19.1' }],
    ['another configuration', { ...ENVIRONMENT, config: 'ffffffffffff' }],
  ] as const) {
    it(`is void once ${what} turns out to run`, async () => {
      memory.recalled = Promise.resolve({ ...RECALLED, environment });
      await project.recall();
      assert.notEqual(project.state.result, null);
      let shown: ProjectState | undefined;
      ports.run = async () => {
        shown = project.state;
        return completeRun([]);
      };
      await project.check('open');
      assert.equal(shown?.result, null, 'gone before mypy has run');
    });
  }

  it('stays when the first check fails, and says why it is old', async () => {
    ports.run = async () => ({
      kind: 'failed',
      failure: { kind: 'killed', signal: 'SIGKILL' },
      stderr: '',
    });
    await project.recall();
    await project.check('open');
    assert.equal(project.state.result?.authority, 'last-session');
    assert.equal(project.state.stale?.kind, 'check-failed');
    assert.deepEqual(memory.kept, []);
  });

  it('lets nothing be written', async () => {
    memory.recalled = Promise.resolve({ ...RECALLED, errors: [NEW] });
    ports.run = async () => ({
      kind: 'failed',
      failure: { kind: 'killed', signal: 'SIGKILL' },
      stderr: '',
    });
    await project.recall();
    assert.equal(project.state.result?.summary.totals.fixed, 1);
    await project.check('save');
    for (const outcome of [
      await project.acceptErrors(newIds()),
      await project.updateBaseline(),
      await project.shrinkBaseline(),
      await project.createBaseline(),
    ]) {
      assert.equal(outcome.kind, 'refused');
    }
    assert.equal(ports.writes, 0);
  });

  it('makes who accepts wait for the check that runs, and makes no other', async () => {
    const finished = new Deferred();
    ports.run = async () => {
      await finished.promise;
      return completeRun([OLD, NEW]);
    };
    await project.recall();
    const checking = project.check('open');
    const accepting = project.acceptErrors(newIds());
    finished.resolve();
    assert.equal((await accepting).kind, 'written');
    await checking;
    assert.equal(ports.runs, 1);
  });

  it('checks first for who accepts while nothing runs', async () => {
    await project.recall();
    const outcome = await project.acceptErrors(newIds());
    assert.equal(outcome.kind, 'written');
    assert.equal(ports.runs, 1);
  });

  it('tells how long the last check took, before there was one here', async () => {
    await project.recall();
    await project.check('open');
    const times = states.flatMap(({ activity }) =>
      activity.kind === 'checking' ? [activity.lastMs] : [],
    );
    assert.ok(times.length > 0);
    assert.ok(times.every((lastMs) => lastMs === 40));
  });

  it('tells how much a check without a cache is, and remembers this one', async () => {
    ports.run = async ({ onProgress }) => {
      await Promise.resolve();
      for (const files of [0, 120, 400]) onProgress?.({ elapsedMs: 1, files });
      ports.time += 5_000;
      return completeRun([]);
    };
    await project.recall();
    await project.check('open');
    const seen = states.flatMap(({ activity }) =>
      activity.kind === 'checking' && activity.files !== null
        ? `${activity.files}/${activity.lastFiles}, ${activity.lastMs}`
        : [],
    );
    assert.deepEqual([...new Set(seen)], ['0/361, 9000', '120/361, 9000', '400/361, 9000']);
    assert.deepEqual(memory.kept[0]?.cold, { durationMs: 5_000, files: 400 });
    ports.run = async () => completeRun([]);
    await project.check('save');
    assert.deepEqual(memory.kept[1]?.cold, { durationMs: 5_000, files: 400 });
  });

  it('is written down when the project is closed', async () => {
    await project.check('open');
    await project.dispose();
    assert.equal(memory.isClosed, true);
  });
});
