import assert from 'node:assert/strict';
import { Schedule } from '../../../src/project/schedule.js';
import type { CheckTrigger } from '../../../src/project/trigger.js';

interface Run {
  readonly triggers: readonly CheckTrigger[];
  readonly signal: AbortSignal;
  readonly finish: () => void;
}

/** A schedule whose runs end when the test says so, or when they are told to. */
function schedule(clock: { now: number }) {
  const runs: Run[] = [];
  let running = 0;
  let most = 0;
  const subject = new Schedule(
    (triggers, signal, begin) => {
      begin();
      most = Math.max(most, ++running);
      return new Promise((resolve) => {
        const end = (cancelled: boolean) => {
          running--;
          resolve(cancelled ? 'cancelled' : 'ended');
        };
        signal.addEventListener('abort', () => end(true));
        runs.push({ triggers: [...triggers].sort(), signal, finish: () => end(false) });
      });
    },
    () => clock.now,
  );
  return { subject, runs, mostAtOnce: () => most };
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  assert.ok(item, `there is no item ${index}`);
  return item;
}

/** Lets every promise that can go on do so. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** One check of ten seconds is behind it, so that it knows how long they take. */
async function experienced(clock: { now: number }) {
  const result = schedule(clock);
  const first = result.subject.request('open');
  clock.now += 10_000;
  at(result.runs, 0).finish();
  await first;
  return result;
}

describe('the schedule of checks', () => {
  it('answers all requests that come during a run with one more run', async () => {
    const clock = { now: 0 };
    const { subject, runs, mostAtOnce } = await experienced(clock);
    const first = subject.request('save');
    clock.now += 9_900;
    const later = [subject.request('save'), subject.request('files'), subject.request('save')];
    at(runs, 1).finish();
    await first;
    await settle();
    assert.equal(runs.length, 3);
    assert.deepEqual(at(runs, 2).triggers, ['files', 'save']);
    at(runs, 2).finish();
    await Promise.all(later);
    assert.equal(mostAtOnce(), 1);
    assert.equal(runs.length, 3);
  });

  it('ends a run that a new request makes useless, and does its work too', async () => {
    const clock = { now: 0 };
    const { subject, runs } = await experienced(clock);
    const first = subject.request('save');
    clock.now += 1_000;
    const second = subject.request('files');
    await settle();
    assert.equal(at(runs, 1).signal.aborted, true);
    assert.deepEqual(at(runs, 2).triggers, ['files', 'save']);
    at(runs, 2).finish();
    await Promise.all([first, second]);
  });

  it('lets a run finish that is nearly done', async () => {
    const clock = { now: 0 };
    const { subject, runs } = await experienced(clock);
    const first = subject.request('save');
    clock.now += 9_600;
    void subject.request('save');
    assert.equal(at(runs, 1).signal.aborted, false);
    at(runs, 1).finish();
    await first;
    await subject.close();
  });

  it('does not end two runs in a row: who saves all the time sees a result too', async () => {
    const clock = { now: 0 };
    const { subject, runs } = await experienced(clock);
    void subject.request('save');
    void subject.request('save');
    await settle();
    void subject.request('save');
    assert.equal(at(runs, 1).signal.aborted, true);
    assert.equal(at(runs, 2).signal.aborted, false);
    await subject.close();
  });

  it('ends a confirmation for whoever saves, however near its end', async () => {
    const clock = { now: 0 };
    const { subject, runs } = await experienced(clock);
    const confirmation = subject.request('confirm');
    clock.now += 9_900;
    const save = subject.request('save');
    assert.equal(at(runs, 1).signal.aborted, true);
    await settle();
    assert.deepEqual(at(runs, 2).triggers, ['confirm', 'save']);
    at(runs, 2).finish();
    await Promise.all([confirmation, save]);
  });

  it('does not learn from a confirmation how long checks take', async () => {
    const clock = { now: 0 };
    const { subject, runs } = await experienced(clock);
    const confirmation = subject.request('confirm');
    clock.now += 90_000;
    at(runs, 1).finish();
    await confirmation;
    assert.equal(subject.lastMs, 10_000);
  });

  it('does not learn it from what another process had checked', async () => {
    const clock = { now: 0 };
    let end: 'ended' | 'adopted' = 'ended';
    const subject = new Schedule(
      async () => {
        clock.now += end === 'ended' ? 10_000 : 30;
        return end;
      },
      () => clock.now,
    );
    await subject.request('open');
    end = 'adopted';
    await subject.request('files');
    assert.equal(subject.lastMs, 10_000);
  });

  it('starts nothing after it was closed', async () => {
    const { subject, runs } = schedule({ now: 0 });
    const first = subject.request('open');
    const waiting = subject.request('save');
    await subject.close();
    await Promise.all([first, waiting]);
    await subject.request('save');
    assert.equal(runs.length, 1);
  });

  it('tells the requester when a run throws, and goes on', async () => {
    let broken = true;
    const subject = new Schedule(
      async () => {
        if (broken) throw new Error('broken');
        return 'ended';
      },
      () => 0,
    );
    await assert.rejects(subject.request('save'), /broken/);
    broken = false;
    await subject.request('save');
  });
});
