import type { Acceptance } from '../core/baseline/baseline.js';
import type { CheckRun } from '../core/check/check-run.js';
import { ErrorNamer } from '../core/error/error-id.js';
import type { LocatedError } from '../core/error/mypy-error.js';
import type { Problem } from '../core/problem/problem.js';
import { messageOf } from '../core/thrown/message-of.js';
import type { CheckOptions } from '../mypy/checker/checker.js';
import type { Accept } from './baseline-edits.js';
import { BaselineKeeper, type EditPermission, type Observation } from './baseline-keeper.js';
import { ChangedFiles } from './changed-files.js';
import { completeCheck, locateBlockers } from './complete-check.js';
import { CurrentPreparation } from './current-preparation.js';
import { describeRun } from './describe-run.js';
import { EarlyPicture } from './early-picture.js';
import { environmentOf, findEnvironment } from './environment-of.js';
import { knowsAnswer } from './knows-answer.js';
import { LastSession } from './last-result/last-session.js';
import type { Outcome } from './outcome.js';
import type { Preparation, ProjectPorts } from './ports.js';
import { Previews } from './previews.js';
import type { ProjectOptions } from './project-options.js';
import { INITIAL_STATE, type ProjectState } from './project-state.js';
import type { CompleteCheck } from './reconciler.js';
import { Retries } from './retries.js';
import { runMypy } from './run-mypy.js';
import { type CompleteRun, listRunProblems, type RunTimes, toProblem } from './run-problems.js';
import { type CheckEnd, Schedule } from './schedule.js';
import { TimeLimit } from './time-limit.js';
import { type CheckTrigger, isAwaited, mayShrink } from './trigger.js';
import { UnchangedFiles } from './unchanged-files.js';

const IDLE = { kind: 'idle' } as const;

/**
 * One folder with its mypy configuration and its baseline: checks it when asked, holds the errors
 * against the baselines, shrinks the file if it may, and tells its listener the state after each
 * step. Used alike by the server and the command line, so that they cannot disagree.
 */
export class Project {
  #state: ProjectState = INITIAL_STATE;
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
  readonly #onDidChange: (state: ProjectState) => void;

  constructor(
    ports: ProjectPorts,
    options: ProjectOptions,
    onDidChange: (state: ProjectState) => void,
  ) {
    this.#ports = ports;
    this.#options = options;
    this.#onDidChange = onDidChange;
    this.#keeper = new BaselineKeeper(ports, options.baselinePath);
    this.#lastSession = new LastSession(ports.results, this.#keeper, this.#namer);
    this.#unchanged = new UnchangedFiles(ports, this.#keeper, options.measures);
    this.#preparation = new CurrentPreparation((signal) => ports.prepare(signal));
    this.#changes = new ChangedFiles(options.root, (files) => ports.readStates(files));
    const confirm = () => this.#checkUnasked('confirm');
    this.#previews = new Previews(this.#changes, options.confirmAfterMs, confirm);
    this.#retries = new Retries(options.retryAfterMs, () => this.#checkUnasked('retry'));
    this.#schedule = new Schedule(
      (triggers, ...rest) =>
        this.#check(triggers, ...rest).catch((error) => this.#breakDown(error, triggers)),
      ports.clock,
    );
  }

  get state(): ProjectState {
    return this.#state;
  }

  /**
   * Resolves when a check that began after this call has ended.
   *
   * @param changed Absolute paths of files that are known to have changed.
   */
  check(trigger: CheckTrigger, changed: readonly string[] = []): Promise<void> {
    this.#changes.note(changed);
    if (this.#schedule.isBusy) this.#preparation.value?.checker.expectAnother();
    return this.#schedule.request(trigger);
  }

  /** As {@link check}, unless mypy saw the file and all else just as it is. */
  async didSave(file: string): Promise<void> {
    const facts = [this.#state, this.#changes, this.#preparation.value] as const;
    if (!this.#schedule.isBusy && (await knowsAnswer(file, ...facts))) return;
    await this.check('save', [file]);
  }

  /** So that a save without a change can be told. */
  didOpen(file: string): Promise<void> {
    return this.#changes.open(file);
  }

  /** Looks for interpreter and configuration again, then checks. */
  restart(trigger: CheckTrigger): Promise<void> {
    this.#preparation.outdate();
    return this.#schedule.requestAtOnce(trigger);
  }

  /** Shows what an earlier session found, until mypy has run. */
  async recall(): Promise<void> {
    await this.#lastSession.recall();
    await this.rereadBaseline();
  }

  /** Holds the last errors against the baselines as they are now, without running mypy. */
  async rereadBaseline(): Promise<void> {
    const { presence, result, problems } = await this.#keeper.compare();
    this.#update({ presence, result, problems: [...this.#standingProblems(), ...problems] });
  }

  /**
   * Writes a baseline where there is none.
   *
   * @param choose Which of today's errors are tolerated; all of them when absent.
   */
  createBaseline(
    choose: (errors: readonly LocatedError[]) => readonly LocatedError[] = (errors) => errors,
  ): Promise<Outcome> {
    return this.#decide(() => this.#keeper.create(choose));
  }

  /** Takes the errors of today as the baseline, with this environment. */
  updateBaseline(accept: Accept = () => ({}), permission: EditPermission = {}): Promise<Outcome> {
    return this.#decide(() => this.#keeper.update(accept, permission));
  }

  /** Drops the entries that no error matches any more. */
  shrinkBaseline(permission: EditPermission = {}): Promise<Outcome> {
    return this.#decide(() => this.#keeper.shrink(permission));
  }

  /** Accepts new errors by their ids, as the last complete check found them. */
  async acceptErrors(
    ids: readonly string[],
    acceptance?: Acceptance,
    permission: EditPermission = {},
  ): Promise<Outcome> {
    const authority = this.#state.result?.authority;
    if (authority === 'preview') await this.check('command');
    if (authority === 'last-session') await this.#schedule.join('command');
    const problem = this.#state.stale;
    if (problem !== null) return { kind: 'refused', problem };
    const outcome = await this.#keeper.accept(ids, acceptance, permission);
    await this.rereadBaseline();
    return outcome;
  }

  /** Takes conflict markers and doubled headers out of the file. */
  async repairBaseline(): Promise<Outcome> {
    const known = this.#preparation.value;
    const here = known ? environmentOf(known) : await findEnvironment(this.#ports);
    const outcome = await this.#keeper.repair(here);
    await this.rereadBaseline();
    return outcome;
  }

  async dispose(): Promise<void> {
    await this.#schedule.close();
    this.#previews.pause();
    this.#retries.pause();
    await Promise.all([this.#lastSession.close(), this.#preparation.dispose()]);
  }

  /** What is about all errors is decided on a fresh check only. */
  async #decide(change: () => Promise<Outcome>): Promise<Outcome> {
    if (!this.#options.trustsLastCheck || this.#state.result === null) await this.check('command');
    const { stale } = this.#state;
    if (stale !== null) return { kind: 'refused', problem: stale };
    const outcome = await change();
    await this.rereadBaseline();
    return outcome;
  }

  #checkUnasked(trigger: CheckTrigger): void {
    this.check(trigger).catch((error: unknown) => this.#ports.log.error(String(error)));
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
      this.#update({ environment: null });
      return this.#fail(obtained.problem, triggers);
    }
    const { preparation } = obtained;
    if (preparation.environment !== this.#state.environment) this.#introduce(preparation);
    const [startedAt, clock] = [this.#ports.now(), this.#ports.clock()];
    // What nobody will write need not be compared with what it was.
    const observing = this.#options.settles ? this.#keeper.observe() : null;
    const [before] = await Promise.all([observing, this.#changes.takeUnseen(startedAt)]);
    const forget = await this.#changes.takeUnseen(startedAt);
    begin();
    const { edited } = this.#changes;
    const authority = this.#previews.authorityFor(triggers);
    const priority = isAwaited(triggers) ? 'normal' : 'low';
    const request = { forget, authority, priority, signal, timeoutMs: this.#limit.ms } as const;
    const run = await this.#run(preparation, request);
    const times = { startedAt, durationMs: this.#ports.clock() - clock };
    this.#limit.note(run, times.durationMs);
    describeRun(run, times.durationMs, this.#ports.log);
    if (run.kind === 'cancelled') return 'cancelled';
    if (run.kind === 'complete') {
      await this.#take(this.#previews.weigh(run, edited), preparation, times);
      const answered = this.#previews.settle(run, this.#retries.succeeded(triggers));
      if (answered.size > 0) await this.#settle(before, answered);
      return 'ended';
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
    this.#update({ activity: IDLE, stale, retryAfterMs, blockers });
    return 'failed';
  }

  #run(preparation: Preparation, options: CheckOptions): Promise<CheckRun> {
    const { lastMs } = this.#schedule;
    const parts = { ports: this.#ports, keeper: this.#keeper, namer: this.#namer };
    return runMypy(preparation, options, {
      changes: this.#changes,
      unchanged: this.#unchanged,
      early: new EarlyPicture(this.#lastCheck, { ...parts, show: () => this.rereadBaseline() }),
      show: ({ elapsedMs, files }) => {
        const expected = this.#lastSession.expect(files, lastMs);
        this.#update({ activity: { kind: 'checking', elapsedMs, files, ...expected } });
      },
    });
  }

  /** Takes over what a complete run found, and shows it at once. */
  async #take(run: CompleteRun, preparation: Preparation, times: RunTimes): Promise<void> {
    const parts = { ports: this.#ports, unchanged: this.#unchanged, namer: this.#namer };
    const check = await completeCheck(run, preparation, times, parts);
    this.#lastCheck = check;
    this.#lastSession.keep(check, times.startedAt, this.#state.activity);
    this.#keeper.take(check);
    this.#runProblems = listRunProblems(run);
    this.#state = { ...this.#state, activity: IDLE, stale: null, retryAfterMs: null, blockers: [] };
    await this.rereadBaseline();
  }

  /** Lets the file follow. A newer check that waits already will do it instead. */
  async #settle(before: Observation | null, triggers: ReadonlySet<CheckTrigger>): Promise<void> {
    if (before === null || this.#schedule.isSuperseded) return;
    const shrink = this.#options.shrinkOnSave && mayShrink(triggers);
    const { written, problem } = await this.#keeper.settle(before, { shrink });
    if (problem !== null) this.#runProblems = [...this.#runProblems, problem];
    if (written || problem !== null) await this.rereadBaseline();
  }

  #introduce(preparation: Preparation): void {
    const { environment, checker } = preparation;
    this.#limit.forget();
    const isVoid = this.#lastSession.meet(preparation);
    this.#update({ environment, engine: checker.engine, ...(isVoid && { result: null }) });
  }

  #standingProblems(): readonly Problem[] {
    return [...(this.#preparation.value?.warnings ?? []), ...this.#runProblems];
  }

  #update(change: Partial<ProjectState>): void {
    this.#state = { ...this.#state, ...change };
    this.#onDidChange(this.#state);
  }
}
