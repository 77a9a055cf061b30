import { rm } from 'node:fs/promises';
import type { CheckRun } from '../../core/check/check-run.js';
import type { MypyInvocation } from '../configuration/mypy-invocation.js';
import { type ProcessLimits, runProcess } from '../process/run-process.js';
import { CHECK_LIMIT_BYTES, CHECK_TIMEOUT_MS } from './check-limits.js';
import type { Checker, CheckOptions } from './checker.js';
import { type CheckerPorts, describeMypy, describeWorker, formatRequest } from './engine.js';
import { ProcessJudge } from './process-judge.js';
import { reportProgress } from './report-progress.js';

/** mypy's command line, started anew for every check. */
export class ProcessChecker implements Checker {
  readonly engine = 'process';
  readonly #invocation: MypyInvocation;
  readonly #ports: CheckerPorts;
  readonly #judge: ProcessJudge;
  readonly #disposal = new AbortController();
  #running: Promise<unknown> = Promise.resolve();

  constructor(invocation: MypyInvocation, ports: CheckerPorts) {
    this.#invocation = invocation;
    this.#ports = ports;
    this.#judge = new ProcessJudge(invocation.root);
  }

  check(options: CheckOptions): Promise<CheckRun> {
    const run = reportProgress(options, () => this.#run(options));
    this.#running = run;
    return run;
  }

  async dispose(): Promise<void> {
    this.#disposal.abort();
    await this.#running;
  }

  async #run({ signal, forget = [] }: CheckOptions): Promise<CheckRun> {
    const limits = {
      signal: AbortSignal.any([signal, this.#disposal.signal]),
      limitBytes: CHECK_LIMIT_BYTES,
      timeoutMs: CHECK_TIMEOUT_MS,
    };
    if (forget.length > 0) await this.#forget(forget, limits);
    const result = await runProcess({ ...describeMypy(this.#invocation, this.#ports), ...limits });
    return this.#judge.judge(result);
  }

  async #forget(
    paths: readonly string[],
    limits: ProcessLimits & { readonly limitBytes: number },
  ): Promise<void> {
    const result = await runProcess({
      ...describeWorker(this.#invocation, this.#ports, 'forget'),
      ...limits,
      input: formatRequest(this.#invocation, paths),
    });
    if (result.kind === 'cancelled') return;
    if (result.kind === 'ended' && result.output.exitCode === 0) return;
    this.#ports.log("mypy's cache could not be told which files changed; it is dropped.");
    await rm(this.#invocation.cacheFolder, { recursive: true, force: true });
  }
}
