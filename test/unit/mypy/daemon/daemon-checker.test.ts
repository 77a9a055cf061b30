import assert from 'node:assert/strict';
import type { CheckAuthority, CheckRun } from '../../../../src/core/check/check-run.js';
import type { MypyError } from '../../../../src/core/error/mypy-error.js';
import type { Checker, CheckOptions } from '../../../../src/mypy/checker/checker.js';
import { DaemonChecker, type DaemonParts } from '../../../../src/mypy/daemon/daemon-checker.js';
import type { SessionCheck, SessionRequest } from '../../../../src/mypy/daemon/daemon-session.js';

const PLAIN = completeBy('plain');

const LOST: SessionCheck = { kind: 'lost', why: 'ended', isFinal: false, isExpected: false };

function completeBy(authority: CheckAuthority, errors: readonly MypyError[] = []): CheckRun {
  const rest = { checkedFiles: 1, noise: [], isProven: true, stderr: '' };
  return { kind: 'complete', errors, authority, ...rest };
}

function answered(
  elapsedMs: number,
  isFirst = false,
  worn: string | null = null,
  errors: readonly MypyError[] = [],
): SessionCheck {
  return { kind: 'answered', run: completeBy('preview', errors), elapsedMs, isFirst, worn };
}

function errorOf(message: string): MypyError {
  const start = { line: 1, column: 1 };
  return { path: 'a.py', start, end: start, code: 'misc', message, notes: [] };
}

/** Sessions that answer as a test wants them to, and a plain mypy that is always complete. */
class Surroundings {
  readonly asked: SessionRequest[] = [];
  readonly plainForgot: (readonly string[])[] = [];
  readonly log: string[] = [];
  started = 0;
  ended = 0;
  now = 0;
  plainMs = 1_000;
  /** Answers to come; after these, the daemon answers in 10 ms. */
  answers: SessionCheck[] = [];

  create(overrides: Partial<DaemonParts> = {}): DaemonChecker {
    const plain: Checker = {
      engine: 'plain',
      check: ({ forget = [] }) => {
        this.plainForgot.push(forget);
        this.now += this.plainMs;
        return Promise.resolve(PLAIN);
      },
      hasSameEnvironment: () => Promise.resolve(false),
      expectAnother: () => undefined,
      dispose: () => Promise.resolve(),
    };
    return new DaemonChecker({
      plain,
      startSession: () => {
        this.started += 1;
        let isFirst = true;
        return {
          check: (request) => {
            this.asked.push(request);
            const answer = this.answers.shift() ?? answered(10, isFirst);
            isFirst = false;
            return Promise.resolve(answer);
          },
          confirm: () => undefined,
          end: () => {
            this.ended += 1;
            return Promise.resolve();
          },
        };
      },
      findObstacle: () => Promise.resolve(undefined),
      presumed: 'daemon',
      now: () => this.now,
      log: (line) => this.log.push(line),
      ...overrides,
    });
  }
}

async function authorityOf(
  checker: DaemonChecker,
  options: Partial<CheckOptions> = { authority: 'any' },
): Promise<string> {
  const run = await checker.check({ signal: new AbortController().signal, ...options });
  return run.kind === 'complete' ? run.authority : run.kind;
}

describe('DaemonChecker', () => {
  let around: Surroundings;

  beforeEach(() => {
    around = new Surroundings();
  });

  it('asks plain mypy first, then the daemon, where a preview will do', async () => {
    const checker = around.create();
    assert.equal(await authorityOf(checker), 'plain');
    assert.equal(await authorityOf(checker), 'preview');
    assert.equal(await authorityOf(checker, { authority: 'plain' }), 'plain');
    assert.equal(await authorityOf(checker, {}), 'plain');
    assert.equal(around.started, 1);
  });

  it('gives a daemon three times the longest check so far, and a minute at least', async () => {
    const checker = around.create();
    await authorityOf(checker);
    around.plainMs = 50_000;
    await authorityOf(checker, { authority: 'plain' });
    await authorityOf(checker);
    assert.deepEqual(
      around.asked.map(({ timeoutMs }) => timeoutMs),
      [60_000, 150_000, 150_000],
    );
  });

  it('has plain mypy do what a lost daemon was asked for, and waits with the next', async () => {
    around.answers = [answered(10, true), LOST];
    const checker = around.create();
    await authorityOf(checker);
    assert.equal(await authorityOf(checker), 'plain');
    assert.equal(around.ended, 1);
    // The check itself took a second, and the wait is two.
    assert.equal(await authorityOf(checker), 'plain');
    assert.equal(around.started, 2);
    assert.equal(await authorityOf(checker), 'preview');
    assert.match(around.log.join('\n'), /daemon is gone \(ended\)/);
  });

  it('starts no daemon any more after five that came to harm in a row', async () => {
    around.answers = new Array<SessionCheck>(20).fill(LOST);
    const checker = around.create();
    for (let count = 0; count < 20; count++) {
      around.now += 60_000;
      assert.equal(await authorityOf(checker), 'plain');
    }
    assert.equal(around.started, 5);
    assert.match(around.log.at(-1) ?? '', /without its daemon: it came to harm again and again/);
  });

  it('starts the next at once when it was no fault', async () => {
    const changed: SessionCheck = { ...LOST, why: 'configuration changed', isExpected: true };
    around.answers = [answered(10, true), changed];
    const checker = around.create();
    for (const expected of ['plain', 'plain', 'preview']) {
      assert.equal(await authorityOf(checker), expected);
    }
  });

  it('starts none where it is known to be refused, and none after a refusal', async () => {
    const obstacle = 'follow_imports is silent';
    const known = around.create({ findObstacle: () => Promise.resolve(obstacle) });
    for (let count = 0; count < 3; count++) assert.equal(await authorityOf(known), 'plain');
    assert.equal(around.started, 0);
    assert.deepEqual(around.log, [`mypy runs without its daemon: ${obstacle}.`]);
    around.answers = [{ ...LOST, isFinal: true }];
    const refused = around.create();
    for (let count = 0; count < 3; count++) assert.equal(await authorityOf(refused), 'plain');
    assert.equal(around.started, 1);
  });

  it('does not show what is doubtful, and keeps the daemon', async () => {
    around.answers = [answered(10, true), { kind: 'doubtful', why: 'one file' }];
    const checker = around.create();
    await authorityOf(checker);
    assert.equal(await authorityOf(checker), 'plain');
    assert.equal(await authorityOf(checker), 'preview');
    assert.equal(around.started, 1);
  });

  it('replaces a daemon that is worn', async () => {
    around.answers = [answered(10, true), answered(10, false, 'its memory has doubled')];
    const checker = around.create();
    await authorityOf(checker);
    assert.equal(await authorityOf(checker), 'preview');
    assert.equal(await authorityOf(checker), 'plain');
    assert.equal(await authorityOf(checker), 'preview');
    assert.deepEqual([around.started, around.ended], [2, 1]);
  });

  it('does without the daemon where it turns out to be slower, unless somebody wants it', async () => {
    for (const presumed of ['daemon', null] as const) {
      around = new Surroundings();
      around.answers = [answered(10, true), ...new Array<SessionCheck>(9).fill(answered(4_600))];
      const checker = around.create({ presumed });
      for (let count = 0; count < 3; count++) await authorityOf(checker, { authority: 'plain' });
      for (let count = 0; count < 5; count++) {
        assert.equal(await authorityOf(checker), 'preview');
      }
      const isGone = presumed !== null;
      assert.equal(await authorityOf(checker), isGone ? 'plain' : 'preview');
      assert.equal(around.ended, isGone ? 1 : 0);
      assert.equal(checker.engine, isGone ? 'plain' : 'daemon');
      const told = around.log.filter((line) => line.includes('4.60 s here and plain mypy 1.00 s'));
      assert.equal(told.length, isGone ? 1 : 0);
    }
  });

  it('tries the daemon where plain mypy was presumed, and takes long', async () => {
    around.plainMs = 6_000;
    const checker = around.create({ presumed: 'plain' });
    for (let count = 0; count < 6; count++) {
      assert.equal(checker.engine, 'plain');
      assert.equal(await authorityOf(checker), 'plain');
    }
    assert.equal(await authorityOf(checker), 'preview');
    assert.equal(checker.engine, 'daemon');
    assert.match(around.log[0] ?? '', /asked for previews: plain mypy takes 6.00 s here/);
  });

  it('does not show what the daemon invented about the same files', async () => {
    const invented = errorOf('Need type annotation');
    const first = answered(10, true, null, [invented]);
    around.answers = [first, answered(10, false, null, [invented, errorOf('true'), invented])];
    const checker = around.create();
    await authorityOf(checker);
    const run = await checker.check({ signal: new AbortController().signal, authority: 'any' });
    const messages = run.kind === 'complete' ? run.errors.map(({ message }) => message) : [];
    assert.deepEqual(messages, ['true', 'Need type annotation']);
  });

  it('shows an error that it saw in a comparison before plain mypy could', async () => {
    for (const [waitMs, shown] of [
      [10, 1],
      [1_000, 0],
    ] as const) {
      around = new Surroundings();
      const saw = answered(10, false, null, [errorOf('of an edit')]);
      around.answers = [answered(10, true), saw, saw];
      const checker = around.create();
      for (let count = 0; count < 2; count++) await authorityOf(checker, { authority: 'plain' });
      around.now += waitMs;
      const run = await checker.check({ signal: new AbortController().signal, authority: 'any' });
      assert.equal(run.kind === 'complete' && run.errors.length, shown);
    }
  });

  it('tells both engines which files to read anew, each until it has done so', async () => {
    around.answers = [answered(10, true), { kind: 'doubtful', why: 'one file' }];
    const checker = around.create();
    await authorityOf(checker);
    await authorityOf(checker, { authority: 'any', forget: ['/a.py'] });
    await authorityOf(checker, { authority: 'any', forget: ['/b.py'] });
    await authorityOf(checker, { authority: 'any' });
    const told = around.asked.map(({ forget }) => forget);
    assert.deepEqual(told, [[], ['/a.py'], ['/a.py'], ['/b.py'], []]);
    await authorityOf(checker, { authority: 'plain' });
    await authorityOf(checker, { authority: 'plain' });
    assert.deepEqual(around.plainForgot, [[], ['/a.py'], ['/b.py'], []]);
  });

  it('does not wait for the daemon when it is cancelled', async () => {
    const endless = new Promise<SessionCheck>(() => undefined);
    const checker = around.create({
      startSession: () => ({
        check: () => endless,
        confirm: () => undefined,
        end: () => Promise.resolve(),
      }),
    });
    await authorityOf(checker);
    const cancelling = new AbortController();
    const running = authorityOf(checker, { authority: 'any', signal: cancelling.signal });
    cancelling.abort();
    assert.equal(await running, 'cancelled');
    const next = authorityOf(checker);
    await checker.dispose();
    assert.equal(await next, 'cancelled');
  });
});
