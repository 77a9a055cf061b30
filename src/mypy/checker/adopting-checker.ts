import type { CheckRun } from '../../core/check/check-run.js';
import { answerKey } from '../answer/answer-key.js';
import { type AnswerHead, KeptAnswer } from '../answer/kept-answer.js';
import {
  type Differences,
  findDifferences,
  type Question,
  selectFresh,
  selectQuestions,
} from '../answer/questions.js';
import type { RunRecord } from '../answer/run-record.js';
import type { MypyInvocation } from '../configuration/mypy-invocation.js';
import type { Checker, CheckOptions } from './checker.js';
import { CheckerLayer } from './checker-layer.js';
import type { CheckerPorts } from './engine.js';
import type { ProcessJudge } from './process-judge.js';

/** What is known of an answer that was kept: it holds, or what keeps it from that. */
type Holding =
  | { readonly kind: 'holds' }
  | { readonly kind: 'differs'; readonly differences: Differences }
  | { readonly kind: 'unknown' };

/**
 * Takes over what another process found, where mypy would find the very same: the command line is the
 * same, the environment is, and all that mypy asked of the file system is answered as it was. So a
 * second window and a reload check nothing twice. What is not proved runs mypy.
 */
export class AdoptingChecker extends CheckerLayer {
  readonly #invocation: MypyInvocation;
  readonly #ports: CheckerPorts;
  readonly #judge: ProcessJudge;
  readonly #kept: KeptAnswer;
  /** The last answer that was found here, and what mypy asked of files that had just been written. */
  #own: { readonly token: string; readonly fresh: readonly Question[] } | undefined;
  /** Why other processes will not know that mypy would say the same, as the log has it. */
  #lastWhy = '';

  /** @param judge The one that the engine uses. */
  constructor(
    checker: Checker,
    invocation: MypyInvocation,
    ports: CheckerPorts,
    judge: ProcessJudge,
  ) {
    super(checker);
    this.#invocation = invocation;
    this.#ports = ports;
    this.#judge = judge;
    this.#kept = new KeptAnswer(invocation.cacheFolder);
  }

  override async check(options: CheckOptions): Promise<CheckRun> {
    const { env = process.env } = this.#ports;
    const key = answerKey(this.#invocation, env);
    const head = this.#kept.readHead();
    const { forget = [] } = options;
    if (head === undefined || head.key !== key || forget.length > 0) return this.#run(options, key);
    const holding = await this.#examine(head, options);
    if (options.signal.aborted) return { kind: 'cancelled' };
    if (holding.kind === 'holds' && options.mayAdopt === true) {
      const run = await this.#adopt(head);
      if (run !== undefined) return run;
    }
    const unseen = holding.kind === 'differs' ? holding.differences.unseen : [];
    return this.#run({ ...options, forget: unseen }, key);
  }

  /** Whether mypy would say the same now. */
  async #examine(
    head: AnswerHead,
    { signal, edited = [], mayAdopt }: CheckOptions,
  ): Promise<Holding> {
    const { root } = this.#invocation;
    if (head.token === this.#own?.token && edited.length > 0) {
      // After an edit it is known that what was found here is of the past. But mypy may have looked at
      // the time of a file and read what stood in it a moment later, and take it for unchanged now.
      const own = selectQuestions(this.#own.fresh, root, edited);
      return { kind: 'differs', differences: await findDifferences(own, root, signal) };
    }
    const questions = mayAdopt === true ? await this.#kept.readQuestions(head) : undefined;
    if (questions === undefined) return { kind: 'unknown' };
    // Mostly there is something to be found.
    const first = await findDifferences(selectQuestions(questions, root, edited), root, signal);
    const differences =
      first.paths.length > 0 ? first : await findDifferences(questions, root, signal);
    return differences.paths.length > 0 ? { kind: 'differs', differences } : { kind: 'holds' };
  }

  async #adopt(head: AnswerHead): Promise<CheckRun | undefined> {
    const output = await this.#kept.readOutput(head);
    const run = output && this.#judge.judge({ kind: 'ended', output });
    if (run?.kind !== 'complete' && run?.kind !== 'blocked') return undefined;
    return { ...run, adoption: { durationMs: head.durationMs } };
  }

  async #run(options: CheckOptions, key: string | undefined): Promise<CheckRun> {
    this.#own = undefined;
    try {
      this.#kept.drop();
    } catch (error) {
      // One that stays although it is of the past would be believed by others.
      this.#ports.log(`What mypy said last cannot be removed (${String(error)}).`);
      return this.inner.check(options);
    }
    if (key === undefined) return this.inner.check(options);
    const record = this.#kept.openRecord();
    const begin = performance.now();
    const run = await this.inner.check({ ...options, record });
    const durationMs = Math.round(performance.now() - begin);
    if (run.kind === 'complete' || run.kind === 'blocked') {
      options.onAfterwork?.(this.#keep(record, key, durationMs));
    }
    return run;
  }

  async #keep(record: RunRecord, key: string, durationMs: number): Promise<void> {
    const keeping = await this.#kept.keep(record, key, durationMs);
    if (keeping.kind === 'kept') {
      this.#own = { token: record.token, fresh: selectFresh(keeping.questions) };
    }
    if (keeping.kind !== 'untold' || keeping.why === this.#lastWhy) return;
    this.#lastWhy = keeping.why;
    this.#ports.log(
      `Other windows cannot take over what mypy found here: it does not depend on files alone (${keeping.why}).`,
    );
  }
}
