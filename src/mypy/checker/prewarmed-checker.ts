import type { CheckRun } from '../../core/check/check-run.js';
import type { MypyInvocation } from '../configuration/mypy-invocation.js';
import type { ProcessResult } from '../process/run-process.js';
import { findChanged, type Witness } from '../worker/witnesses.js';
import type { WorkerProcess } from '../worker/worker-process.js';
import { CHECK_TIMEOUT_MS } from './check-limits.js';
import type { Checker, CheckOptions } from './checker.js';
import { EarlyErrors, printedPaths } from './early-errors.js';
import { type CheckerPorts, formatRequest, startWorker } from './engine.js';
import { ProcessChecker } from './process-checker.js';
import type { ProcessJudge } from './process-judge.js';
import { reportProgress } from './report-progress.js';
import { untilAborted } from './until-aborted.js';

/** After so many workers in a row that did not get ready, no other is tried. */
const FAILURES_IN_A_ROW = 3;

/**
 * How long the next worker waits after a run: to start it keeps this process from its work for some
 * 10 ms, and the result of the run that has just ended is to be shown first.
 */
const RESPAWN_DELAY_MS = 100;

/**
 * mypy in a process that has imported it before it is asked to: mypy's verdict exactly, without
 * its start-up. Each worker runs once; the next one starts soon after it has ended. Without a
 * worker that is ready and still up to date, a check is a plain process.
 */
export class PrewarmedChecker implements Checker {
  readonly engine = 'prewarmed';
  readonly #invocation: MypyInvocation;
  readonly #ports: CheckerPorts;
  readonly #fallback: ProcessChecker;
  readonly #judge: ProcessJudge;
  readonly #disposal = new AbortController();
  #worker: WorkerProcess | undefined;
  #respawn: NodeJS.Timeout | undefined;
  /** Of the last worker that became mypy; undefined after a plain process. */
  #lastWitnesses: readonly Witness[] | undefined;
  #failures = 0;
  #running: Promise<unknown> = Promise.resolve();

  /** @param first The worker for the first run, where one was started already. */
  constructor(
    invocation: MypyInvocation,
    ports: CheckerPorts,
    judge: ProcessJudge,
    first?: WorkerProcess,
  ) {
    this.#invocation = invocation;
    this.#ports = ports;
    this.#judge = judge;
    this.#fallback = new ProcessChecker(invocation, ports, judge);
    this.#worker = first ?? this.#startWorker();
  }

  check(options: CheckOptions): Promise<CheckRun> {
    const run = reportProgress(options, () => this.#run(options));
    this.#running = run;
    return run;
  }

  async dispose(): Promise<void> {
    this.#disposal.abort();
    clearTimeout(this.#respawn);
    await Promise.all([this.#fallback.dispose(), this.#running, this.#worker?.kill()]);
  }

  /** Starts the worker of the next check while the one before is at work. */
  expectAnother(): void {
    this.#worker ??= this.#startWorker();
  }

  async hasSameEnvironment(): Promise<boolean> {
    const witnesses = this.#lastWitnesses;
    return witnesses !== undefined && findChanged(witnesses) === undefined;
  }

  async #run({ onProgress: _, ...options }: CheckOptions): Promise<CheckRun> {
    const either = AbortSignal.any([options.signal, this.#disposal.signal]);
    options.record?.begin();
    this.#respawnNow();
    const isUsable = await this.#awaitWorker(either);
    if (either.aborted) return { kind: 'cancelled' };
    const worker = this.#worker;
    this.#worker = undefined;
    try {
      if (worker === undefined || !isUsable) {
        await worker?.kill();
        return await this.#fallback.check({ ...options, signal: either });
      }
      return this.#judge.judge(await this.#runWorker(worker, { ...options, signal: either }));
    } finally {
      if (!this.#disposal.signal.aborted && this.#worker === undefined) {
        this.#respawn = setTimeout(() => this.#respawnNow(), RESPAWN_DELAY_MS);
      }
    }
  }

  async #runWorker(worker: WorkerProcess, options: CheckOptions): Promise<ProcessResult> {
    const { early, timeoutMs = CHECK_TIMEOUT_MS } = options;
    const errors = early && new EarlyErrors(this.#invocation.root, early);
    try {
      this.#judge.begin();
      const awaited = printedPaths(early?.paths ?? []);
      const result = await worker.run(formatRequest(this.#invocation, options, awaited), {
        ...options,
        timeoutMs,
        onStdout: (text) => {
          const lines = this.#judge.listen(text);
          errors?.listen(lines);
        },
      });
      if (result.kind === 'ended') options.record?.end(result.output);
      return result;
    } finally {
      errors?.end();
    }
  }

  /** Starts the worker that was to start later, if one was. */
  #respawnNow(): void {
    if (this.#respawn === undefined) return;
    clearTimeout(this.#respawn);
    this.#respawn = undefined;
    this.#worker ??= this.#startWorker();
  }

  /** Whether the worker can be used, once that is known; of no meaning when aborted meanwhile. */
  async #awaitWorker(signal: AbortSignal): Promise<boolean> {
    this.#lastWitnesses = undefined;
    if (this.#worker === undefined) return false;
    const readiness = await untilAborted(this.#worker.readiness, signal);
    if (readiness === 'aborted') return false;
    if (readiness.kind === 'failed') {
      this.#failures += 1;
      this.#ports.log(`A prewarmed mypy was not to be had (${readiness.detail}); mypy is started.`);
      return false;
    }
    this.#failures = 0;
    const changed = findChanged(readiness.witnesses);
    if (changed !== undefined) {
      this.#ports.log(`${changed} changed since mypy was imported; mypy is started anew.`);
      return false;
    }
    if (!this.#worker.hasEnded) {
      this.#lastWitnesses = readiness.witnesses;
      return true;
    }
    this.#ports.log('The prewarmed mypy is gone; mypy is started anew.');
    return false;
  }

  #startWorker(): WorkerProcess | undefined {
    if (this.#disposal.signal.aborted || this.#failures >= FAILURES_IN_A_ROW) return undefined;
    const worker = startWorker(this.#invocation, this.#ports);
    if (typeof worker !== 'string') return worker;
    this.#failures += 1;
    this.#ports.log(`A prewarmed mypy could not be started (${worker}).`);
    return undefined;
  }
}
