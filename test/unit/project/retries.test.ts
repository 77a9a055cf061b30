import assert from 'node:assert/strict';
import type { CheckRun, RunFailure } from '../../../src/core/check/check-run.js';
import { RETRY_WAITS_MS } from '../../../src/core/check/retry-waits.js';
import type { Problem } from '../../../src/core/problem/problem.js';
import { waitAfter } from '../../../src/project/backoff.js';
import { Project } from '../../../src/project/project.js';
import { TimeLimit } from '../../../src/project/time-limit.js';
import { completeRun, FakePorts } from '../../support/project/fake-ports.js';

const MINUTE_MS = 60_000;

function failed(failure: RunFailure): Extract<CheckRun, { kind: 'failed' }> {
  return { kind: 'failed', failure, stderr: '' };
}

const KILLED = failed({ kind: 'killed', signal: 'SIGKILL' });
const FLOODED = failed({ kind: 'flooded', limitBytes: 1 });

describe('the wait before a check is made again', () => {
  const problem = (failure: RunFailure): Problem => ({
    kind: 'check-failed',
    failure,
    stderr: '',
  });

  it('grows from failure to failure, and then there is none', () => {
    const waits = [0, 1, 2, 3, 4].map((failures) =>
      waitAfter(problem(KILLED.failure), failures, RETRY_WAITS_MS),
    );
    assert.deepEqual(waits, [2_000, 10_000, 60_000, null, null]);
  });

  it('is for what may pass by itself only', () => {
    const first = (value: Problem) => waitAfter(value, 0, [7]);
    assert.equal(first({ kind: 'no-interpreter', rejected: [] }), 7);
    assert.equal(first({ kind: 'folder-gone', path: '/p' }), 7);
    assert.equal(first(problem({ kind: 'crashed', detail: '' })), 7);
    assert.equal(first(problem(FLOODED.failure)), null);
    assert.equal(first({ kind: 'no-python-files' }), null);
    assert.equal(first({ kind: 'check-blocked', blockers: [] }), null);
  });
});

describe('the time that a check may take', () => {
  it('is half an hour while nobody knows better, and again after a change', () => {
    const limit = new TimeLimit();
    assert.equal(limit.ms, 30 * MINUTE_MS);
    limit.note(completeRun([]), 3_000);
    limit.forget();
    assert.equal(limit.ms, 30 * MINUTE_MS);
  });

  it('is ten times the longest, and never under ten minutes', () => {
    const limit = new TimeLimit();
    limit.note(completeRun([]), 3_000);
    assert.equal(limit.ms, 10 * MINUTE_MS);
    limit.note(completeRun([]), 4 * MINUTE_MS);
    limit.note(completeRun([]), 3_000);
    assert.equal(limit.ms, 40 * MINUTE_MS);
  });

  it('is half an hour again after it was too short, and learns nothing from failures', () => {
    const limit = new TimeLimit();
    limit.note(completeRun([]), 3_000);
    limit.note(KILLED, 20 * MINUTE_MS);
    assert.equal(limit.ms, 10 * MINUTE_MS);
    limit.note(failed({ kind: 'timed-out', afterMs: 10 * MINUTE_MS }), 10 * MINUTE_MS);
    assert.equal(limit.ms, 30 * MINUTE_MS);
    limit.note(completeRun([]), 15 * MINUTE_MS);
    assert.equal(limit.ms, 150 * MINUTE_MS);
  });
});

describe('a project whose checks fail', () => {
  let ports: FakePorts;
  let project: Project;
  let onState: () => void;

  beforeEach(() => {
    ports = new FakePorts();
    onState = () => undefined;
  });
  afterEach(() => project.dispose());

  function open(retryAfterMs: readonly number[]): void {
    const options = {
      root: '/p',
      baselinePath: '/p/mypy-baseline.jsonl',
      shrinkOnSave: true,
      confirmAfterMs: 0,
      retryAfterMs,
      trustsLastCheck: false,
      measures: null,
      settles: true,
    };
    project = new Project(ports, options, () => onState());
  }

  function until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      onState = () => isSo() && resolve();
      onState();
    });
  }

  it('makes them again, and says so, until the waits are used up', async () => {
    open([1, 1, 1]);
    ports.run = async () => KILLED;
    await project.check('save');
    assert.equal(project.state.retryAfterMs, 1);
    await until(() => project.state.retryAfterMs === null);
    assert.equal(ports.runs, 4);
    await project.check('save');
    assert.equal(project.state.retryAfterMs, null, 'a save does not begin the crashes anew');
    assert.equal(ports.runs, 5);
  });

  it('gets well by itself, and begins from the first wait with the next failure', async () => {
    open([1, 1_000_000]);
    ports.run = async () => (ports.runs < 2 ? KILLED : completeRun([]));
    await project.check('save');
    await until(() => project.state.stale === null && project.state.result !== null);
    assert.equal(project.state.retryAfterMs, null);
    ports.run = async () => KILLED;
    await project.check('save');
    assert.equal(project.state.retryAfterMs, 1);
  });

  it('does not try again what cannot pass, nor after it was closed', async () => {
    open([1]);
    ports.run = async () => FLOODED;
    await project.check('save');
    assert.equal(project.state.retryAfterMs, null);
    ports.run = async () => KILLED;
    open([0]);
    await project.check('save');
    await project.dispose();
    await new Promise((resolve) => setTimeout(resolve, 1));
    assert.equal(ports.runs, 2);
  });

  it('asks for interpreter and mypy again when they are others', async () => {
    open([]);
    let isCurrent = true;
    assert.ok(ports.prepared.kind === 'ready');
    const { preparation } = ports.prepared;
    ports.prepared = {
      kind: 'ready',
      preparation: { ...preparation, isCurrent: async () => isCurrent },
    };
    await project.check('save');
    await project.check('save');
    assert.equal(ports.preparations, 1);
    isCurrent = false;
    await project.check('save');
    assert.equal(ports.preparations, 2);
  });

  it('measures how long they take by a clock that nobody sets back', async () => {
    open([]);
    ports.now = () => 5_000 - ports.runs * 4_000;
    ports.run = async () => {
      ports.time += 300;
      return completeRun([]);
    };
    await project.check('save');
    assert.equal(project.state.result?.durationMs, 300);
    assert.equal(project.state.result?.checkedAt, 1_000);
  });
});
