import { rm } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { CheckRun } from '../../core/check/check-run.js';
import { splitLines } from '../../core/output/split-lines.js';
import { LastOutput } from '../cache/last-output.js';
import type { MypyInvocation } from '../configuration/mypy-invocation.js';
import { type ProcessLimits, type ProcessResult, runProcess } from '../process/run-process.js';
import type { WorkerProcess } from '../worker/worker-process.js';
import { CHECK_LIMIT_BYTES, CHECK_TIMEOUT_MS } from './check-limits.js';
import type { Checker, CheckOptions } from './checker.js';
import { type CheckerPorts, describeMypy, describeWorker, formatRequest } from './engine.js';
import type { ProcessJudge } from './process-judge.js';
import { reportProgress } from './report-progress.js';

/** Lines read in a row before others get their turn. */
const LINES_IN_A_ROW = 500;

/** mypy in a new process for every check. */
export class ProcessChecker implements Checker {
  readonly engine = 'process';
  readonly #invocation: MypyInvocation;
  readonly #ports: CheckerPorts;
  readonly #judge: ProcessJudge;
  readonly #disposal = new AbortController();
  readonly #lastOutput: LastOutput;
  #isRecalled = false;
  #first: WorkerProcess | undefined;
  #running: Promise<unknown> = Promise.resolve();

  /** @param first The process for the first run, where one was started already. */
  constructor(
    invocation: MypyInvocation,
    ports: CheckerPorts,
    judge: ProcessJudge,
    first?: WorkerProcess,
  ) {
    this.#invocation = invocation;
    this.#ports = ports;
    this.#lastOutput = new LastOutput(invocation.cacheFolder);
    this.#first = first;
    this.#judge = judge;
  }

  check(options: CheckOptions): Promise<CheckRun> {
    const run = reportProgress(options, () => this.#run(options));
    this.#running = run;
    return run;
  }

  /** Nobody knows: nothing was looked at before. */
  hasSameEnvironment(): Promise<boolean> {
    return Promise.resolve(false);
  }

  expectAnother(): void {
    // There is nothing to prepare.
  }

  async dispose(): Promise<void> {
    this.#disposal.abort();
    await Promise.all([this.#running, this.#first?.kill()]);
  }

  async #run(options: CheckOptions): Promise<CheckRun> {
    const { priority, onStarted, timeoutMs = CHECK_TIMEOUT_MS, record } = options;
    record?.begin();
    const limits = {
      signal: AbortSignal.any([options.signal, this.#disposal.signal]),
      limitBytes: CHECK_LIMIT_BYTES,
      timeoutMs,
      priority,
      onStarted,
    };
    const [result] = await Promise.all([this.#runMypy(options, limits), this.#recall()]);
    const run = this.#judge.judge(result);
    if (run.kind === 'complete' && result.kind === 'ended') {
      await this.#lastOutput.keep(result.output.stdout);
    }
    return run;
  }

  async #runMypy(
    options: CheckOptions,
    limits: ProcessLimits & { readonly limitBytes: number },
  ): Promise<ProcessResult> {
    this.#judge.begin();
    const onStdout = (text: string): void => {
      this.#judge.listen(text);
    };
    const first = await this.#runFirst(options, { ...limits, onStdout });
    if (first !== undefined) return first;
    this.#judge.begin();
    const { forget = [], repair = false } = options;
    if (forget.length > 0 || repair) await this.#prepareCache({ forget, repair }, limits);
    const mypy = describeMypy(this.#invocation, this.#ports);
    return runProcess({ ...mypy, ...limits, onStdout });
  }

  /** Reads what mypy printed when another process of ours ran it, while it works. */
  async #recall(): Promise<void> {
    if (this.#isRecalled) return;
    this.#isRecalled = true;
    const { lines } = splitLines(await this.#lastOutput.read());
    for (let start = 0; start < lines.length; start += LINES_IN_A_ROW) {
      this.#judge.expect(lines.slice(start, start + LINES_IN_A_ROW));
      await setImmediate();
    }
  }

  /** Undefined when there is no such process any more, or it did not get as far as mypy. */
  async #runFirst(
    options: CheckOptions,
    limits: ProcessLimits,
  ): Promise<ProcessResult | undefined> {
    const first = this.#first;
    this.#first = undefined;
    if (first === undefined) return undefined;
    const result = await first.run(formatRequest(this.#invocation, options), limits);
    const readiness = await first.readiness;
    if (result.kind !== 'ended') return result;
    if (readiness.kind === 'ready') {
      options.record?.end(result.output);
      return result;
    }
    this.#ports.log(`Python did not get as far as mypy (${readiness.detail}); it is started anew.`);
    return undefined;
  }

  async #prepareCache(
    change: Pick<CheckOptions, 'forget' | 'repair'>,
    limits: ProcessLimits & { readonly limitBytes: number },
  ): Promise<void> {
    const result = await runProcess({
      ...describeWorker(this.#invocation, this.#ports, 'forget'),
      ...limits,
      input: formatRequest(this.#invocation, change),
    });
    if (result.kind === 'cancelled') return;
    if (result.kind === 'ended' && result.output.exitCode === 0) return;
    this.#ports.log("mypy's cache could not be told which files changed; it is dropped.");
    await rm(this.#invocation.cacheFolder, { recursive: true, force: true });
  }
}
