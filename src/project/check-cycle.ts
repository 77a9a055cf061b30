import { ErrorNamer } from '../core/error/error-id.js';
import type { LocatedError } from '../core/error/mypy-error.js';
import type { Problem } from '../core/problem/problem.js';
import { messageOf } from '../core/thrown/message-of.js';
import type { BaselineKeeper, Observation } from './baseline-keeper.js';
import { ChangedFiles } from './changed-files.js';
import { completeCheck, locateBlockers } from './complete-check.js';
import { CurrentPreparation } from './current-preparation.js';
import { EarlyPicture } from './early-picture.js';
import { knowsAnswer } from './knows-answer.js';
import { LastSession } from './last-result/last-session.js';
import type { Preparation, ProjectPorts } from './ports.js';
import { Previews } from './previews.js';
import type { ProjectOptions } from './project-options.js';
import type { ProjectState } from './project-state.js';
import type { CompleteCheck } from './reconciler.js';
import { Retries } from './retries.js';
import { adoptionOf, type RunRequest, runMypy, type TimedRun } from './run-mypy.js';
import { type CompleteRun, listRunProblems, type RunTimes, toProblem } from './run-problems.js';
import { type CheckEnd, Schedule } from './schedule.js';
import { TimeLimit } from './time-limit.js';
import { type CheckTrigger, isAwaited, mayAdopt, mayShrink } from './trigger.js';
import { UnchangedFiles } from './unchanged-files.js';

const IDLE = { kind: 'idle' } as const;

/** What a check changes: the project's state as others see it. */
export interface Picture {
  state(): ProjectState;
  update(change: Partial<ProjectState>): void;
  /** Compares the last check with the baselines as they are now, and shows it with a change. */
  reread(change?: Partial<ProjectState>): Promise<void>;
}

/** What the schedule asks for. */
interface CheckRequest {
  readonly triggers: ReadonlySet<CheckTrigger>;
  readonly signal: AbortSignal;
  /** Is called when what is saved from now on is too late for this run. */
  readonly begin: () => void;
}

/**
 * The checks of a project: when mypy runs, what of its answer is shown, and what the baseline file
 * does then.
 */
export class CheckCycle {
  /** What the last run and the last write had to say, beside the baselines' own problems. */
  #runProblems: readonly Problem[] = [];
  #lastCheck: CompleteCheck | null = null;
  readonly #preparation: CurrentPreparation;
  readonly #changes: ChangedFiles;
  readonly #previews: Previews;
  readonly #retries: Retries;
  readonly #limit = new TimeLimit();
  readonly #schedule: Schedule;
  readonly #keeper: BaselineKeeper;
  readonly #namer = new ErrorNamer();
  readonly #lastSession: LastSession;
  readonly #unchanged: UnchangedFiles;
  readonly #ports: ProjectPorts;
  readonly #options: ProjectOptions;
  readonly #picture: Picture;

  constructor(
    ports: ProjectPorts,
    options: ProjectOptions,
    { keeper, picture }: { readonly keeper: BaselineKeeper; readonly picture: Picture },
  ) {
    this.#ports = ports;
    this.#options = options;
    this.#picture = picture;
    this.#keeper = keeper;
    this.#lastSession = new LastSession(ports.results, keeper, this.#namer);
    this.#unchanged = new UnchangedFiles(ports, keeper, options.measures);
    this.#preparation = new CurrentPreparation((signal) => ports.prepare(signal));
    this.#changes = new ChangedFiles(options.root, (files) => ports.readStates(files));
    const confirm = () => this.#checkUnasked('confirm');
    this.#previews = new Previews(this.#changes, options.confirmAfterMs, confirm);
    this.#retries = new Retries(options.retryAfterMs, () => this.#checkUnasked('retry'));
    this.#schedule = new Schedule(
      (triggers, signal, begin) =>
        this.#check(triggers, signal, begin).catch((error) => this.#breakDown(error, triggers)),
      ports.clock,
    );
  }

  /** Undefined before the first check. */
  get preparation(): Preparation | undefined {
    return this.#preparation.value;
  }

  /** What there is to say beside the baselines' own problems. */
  get problems(): readonly Problem[] {
    return [...(this.#preparation.value?.warnings ?? []), ...this.#runProblems];
  }

  /** See `Project.check`. */
  request(trigger: CheckTrigger, changed: readonly string[] = []): Promise<void> {
    this.#changes.note(changed);
    if (this.#schedule.isBusy) this.#preparation.value?.checker.expectAnother();
    return this.#schedule.request(trigger);
  }

  /** As {@link request}, and a check that runs already will do. */
  join(trigger: CheckTrigger): Promise<void> {
    return this.#schedule.join(trigger);
  }

  /** See `Project.restart`. */
  restart(trigger: CheckTrigger, changed: readonly string[]): Promise<void> {
    this.#changes.note(changed);
    this.#preparation.outdate();
    return this.#schedule.requestAtOnce(trigger);
  }

  /** See `Project.didSave`. */
  async didSave(file: string): Promise<void> {
    const facts = [this.#picture.state(), this.#changes, this.#preparation.value] as const;
    if (!this.#schedule.isBusy && (await knowsAnswer(file, ...facts))) return;
    await this.request('save', [file]);
  }

  /** See `Project.outdate`. */
  async outdate(files: readonly string[], isReconfigured: boolean): Promise<void> {
    const [only, ...others] = files;
    // Mostly one file is saved, and perhaps just as it was. A checkout changes thousands.
    const isOne = only !== undefined && others.length === 0;
    if (!isOne || !(await this.#changes.isAsSeen(only))) this.#changes.note(files);
    if (isReconfigured) this.#preparation.outdate();
    const isOutdated = this.#isPending && this.#picture.state().result !== null;
    if (isOutdated) this.#picture.update({ isOutdated });
  }

  /** See `Project.didOpen`. */
  didOpen(file: string): Promise<void> {
    return this.#changes.open(file);
  }

  /** See `Project.recall`. */
  async recall(): Promise<void> {
    await this.#lastSession.recall();
    await this.#picture.reread();
  }

  async dispose(): Promise<void> {
    await this.#schedule.close();
    this.#previews.pause();
    this.#retries.pause();
    await Promise.all([this.#lastSession.close(), this.#preparation.dispose()]);
  }

  get #isPending(): boolean {
    return this.#changes.isPending || this.#preparation.isOutdated;
  }

  #checkUnasked(trigger: CheckTrigger): void {
    this.request(trigger).catch((error: unknown) => this.#ports.log.error(String(error)));
  }

  async #check(
    triggers: ReadonlySet<CheckTrigger>,
    signal: AbortSignal,
    begin: () => void,
  ): Promise<CheckEnd> {
    this.#previews.pause();
    this.#retries.pause();
    const obtained = await this.#preparation.obtain(signal);
    if (obtained.kind === 'cancelled' || signal.aborted) return 'cancelled';
    if (obtained.kind === 'problem') {
      this.#picture.update({ environment: null });
      return this.#fail(obtained.problem, triggers);
    }
    const { preparation } = obtained;
    if (preparation.environment !== this.#picture.state().environment) this.#introduce(preparation);
    return this.#checkWith(preparation, { triggers, signal, begin });
  }

  async #checkWith(
    preparation: Preparation,
    { triggers, signal, begin }: CheckRequest,
  ): Promise<CheckEnd> {
    const startedAt = this.#ports.now();
    // What nobody will write need not be compared with what it was.
    const observing = this.#options.settles ? this.#keeper.observe() : null;
    const [before] = await Promise.all([observing, this.#changes.takeUnseen(startedAt)]);
    // Again, for what was saved while git was asked: this run reads it too.
    const forget = await this.#changes.takeUnseen(startedAt);
    begin();
    const { edited } = this.#changes;
    const authority = this.#previews.authorityFor(triggers);
    const priority = isAwaited(triggers) ? 'normal' : 'low';
    const adopts = mayAdopt(triggers);
    const request = { forget, edited, authority, priority, mayAdopt: adopts, signal } as const;
    const { run, durationMs } = await this.#run(preparation, request);
    const times = { startedAt, durationMs };
    if (run.kind === 'cancelled') return 'cancelled';
    if (run.kind === 'complete') {
      await this.#take(this.#previews.weigh(run, edited), preparation, times);
      const answered = this.#previews.settle(run, this.#retries.succeeded(triggers));
      if (answered.size > 0) await this.#settle(before, answered);
      return adoptionOf(run) === undefined ? 'ended' : 'adopted';
    }
    const blockers = await locateBlockers(run, preparation, this.#ports);
    return this.#fail(toProblem(run), triggers, blockers);
  }

  #breakDown(error: unknown, triggers: ReadonlySet<CheckTrigger>): CheckEnd {
    this.#ports.log.error(error instanceof Error ? `${error.stack}` : String(error));
    return this.#fail({ kind: 'check-broken', detail: messageOf(error) }, triggers);
  }

  /** Shows why there is no result of now. */
  #fail(
    stale: Problem,
    triggers: ReadonlySet<CheckTrigger>,
    blockers: readonly LocatedError[] = [],
  ): CheckEnd {
    const retryAfterMs = this.#retries.failed(stale, triggers);
    this.#picture.update({ activity: IDLE, stale, retryAfterMs, blockers });
    return 'failed';
  }

  #run(preparation: Preparation, request: RunRequest): Promise<TimedRun> {
    const { lastMs } = this.#schedule;
    const parts = { ports: this.#ports, keeper: this.#keeper, namer: this.#namer };
    return runMypy(preparation, request, {
      ports: this.#ports,
      changes: this.#changes,
      unchanged: this.#unchanged,
      limit: this.#limit,
      early: new EarlyPicture(this.#lastCheck, { ...parts, show: () => this.#picture.reread() }),
      show: (progress) => {
        const expected = this.#lastSession.expect(progress.files, lastMs);
        this.#picture.update({ activity: { kind: 'checking', ...progress, ...expected } });
      },
    });
  }

  /** Takes over what a complete run found, and shows it at once. */
  async #take(run: CompleteRun, preparation: Preparation, times: RunTimes): Promise<void> {
    const parts = { ports: this.#ports, unchanged: this.#unchanged, namer: this.#namer };
    const check = await completeCheck(run, preparation, times, parts);
    this.#lastCheck = check;
    this.#lastSession.keep(check, times.startedAt, this.#picture.state().activity);
    this.#keeper.take(check);
    this.#runProblems = listRunProblems(run);
    const isOutdated = this.#picture.state().isOutdated && this.#isPending;
    const now = { stale: null, retryAfterMs: null, blockers: [], isOutdated };
    await this.#picture.reread({ activity: IDLE, ...now });
  }

  /** Lets the file follow. A newer check that waits already will do it instead. */
  async #settle(before: Observation | null, triggers: ReadonlySet<CheckTrigger>): Promise<void> {
    if (before === null || this.#schedule.isSuperseded) return;
    const shrink = this.#options.shrinkOnSave && mayShrink(triggers);
    const { written, problem } = await this.#keeper.settle(before, { shrink });
    if (problem !== null) this.#runProblems = [...this.#runProblems, problem];
    if (written || problem !== null) await this.#picture.reread();
  }

  #introduce(preparation: Preparation): void {
    const { environment, checker } = preparation;
    this.#limit.forget();
    const isVoid = this.#lastSession.meet(preparation);
    this.#picture.update({ environment, engine: checker.engine, ...(isVoid && { result: null }) });
  }
}
