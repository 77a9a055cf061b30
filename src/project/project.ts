import type { Acceptance } from '../core/baseline/baseline.js';
import type { CheckRun } from '../core/check/check-run.js';
import { ErrorNamer } from '../core/error/error-id.js';
import type { LocatedError, MypyError } from '../core/error/mypy-error.js';
import type { Problem } from '../core/problem/problem.js';
import type { Accept } from './baseline-edits.js';
import { BaselineKeeper, type EditPermission, type Observation } from './baseline-keeper.js';
import { ChangedFiles } from './changed-files.js';
import { CurrentPreparation } from './current-preparation.js';
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
import { type RunRequest, runMypy } from './run-mypy.js';
import { type CompleteRun, listRunProblems, toProblem } from './run-problems.js';
import { Schedule } from './schedule.js';
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
    const confirm = () => this.#confirm();
    this.#previews = new Previews(this.#changes, options.confirmAfterMs, confirm);
    this.#schedule = new Schedule((...run) => this.#check(...run), ports.now);
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
    if (this.#schedule.isBusy) this.#preparation.value?.checker.expectAnother?.();
    return this.#schedule.request(trigger);
  }

  /** As {@link check}, unless mypy saw the file and all else just as it is. */
  async didSave(file: string): Promise<void> {
    const prepared = this.#preparation.value;
    const isIdle = !this.#schedule.isBusy;
    if (isIdle && (await knowsAnswer(this.#state, this.#changes, prepared, file))) return;
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

  #confirm(): void {
    this.check('confirm').catch((error: unknown) => this.#ports.log.error(String(error)));
  }

  async #check(
    triggers: ReadonlySet<CheckTrigger>,
    signal: AbortSignal,
    begin: () => void,
  ): Promise<{ cancelled: boolean }> {
    this.#previews.pause();
    const preparation = await this.#prepare(signal);
    if (signal.aborted) return { cancelled: true };
    if (preparation === undefined) return { cancelled: false };
    const startedAt = this.#ports.now();
    // What nobody will write need not be compared with what it was.
    const observing = this.#options.settles ? this.#keeper.observe() : null;
    const [before] = await Promise.all([observing, this.#changes.takeUnseen(startedAt)]);
    const forget = await this.#changes.takeUnseen(startedAt);
    begin();
    const { edited } = this.#changes;
    const early = this.#openEarly();
    const authority = this.#previews.authorityFor(triggers);
    const priority = isAwaited(triggers) ? 'normal' : 'low';
    const listener = early.listener(this.#changes.editedPaths);
    const request = { startedAt, forget, authority, priority, signal, early: listener } as const;
    const run = await this.#run(preparation, request);
    await early.end();
    const isTakenBack = run.kind !== 'complete' && early.takeBack();
    if (run.kind === 'cancelled') return { cancelled: true };
    if (run.kind === 'complete') {
      await this.#take(this.#previews.weigh(run, edited), preparation, startedAt);
      const answered = this.#previews.settle(run, triggers);
      if (answered.size > 0) await this.#settle(before, answered);
    } else {
      const blockers = run.kind === 'blocked' ? await this.#locate(run.blockers, preparation) : [];
      this.#update({ activity: IDLE, stale: toProblem(run), blockers });
      if (isTakenBack) await this.rereadBaseline();
    }
    return { cancelled: false };
  }

  #openEarly(): EarlyPicture {
    const parts = { ports: this.#ports, keeper: this.#keeper, namer: this.#namer };
    return new EarlyPicture(this.#lastCheck, { ...parts, show: () => this.rereadBaseline() });
  }

  #run(preparation: Preparation, request: RunRequest): Promise<CheckRun> {
    const lastMs = this.#schedule.lastMs ?? this.#lastSession.durationMs;
    const parts = { ports: this.#ports, changes: this.#changes, unchanged: this.#unchanged };
    return runMypy(preparation, request, {
      ...parts,
      show: (progress) =>
        this.#update({ activity: { kind: 'checking', ...progress, lastMs, lastFiles: null } }),
    });
  }

  #locate(
    errors: readonly MypyError[],
    { environment }: Preparation,
  ): Promise<readonly LocatedError[]> {
    return this.#ports.locate(errors, environment?.mypyVersion ?? null);
  }

  /** Takes over what a complete run found, and shows it at once. */
  async #take(run: CompleteRun, preparation: Preparation, startedAt: number): Promise<void> {
    const aside = await this.#unchanged.find(run.errors);
    const unchanged = run.errors.filter(({ path }) => aside.has(path));
    const rest =
      unchanged.length === 0 ? run.errors : run.errors.filter(({ path }) => !aside.has(path));
    const errors = await this.#locate(rest, preparation);
    const checkedAt = this.#ports.now();
    const { checkedFiles, authority } = run;
    const times = { checkedAt, durationMs: checkedAt - startedAt };
    const ids = this.#namer.name(errors);
    const environment = environmentOf(preparation);
    const check = { errors, ids, unchanged, environment, ...times, checkedFiles, authority };
    this.#lastCheck = check;
    this.#lastSession.keep(check, startedAt);
    this.#keeper.take(check);
    this.#runProblems = listRunProblems(run);
    this.#state = { ...this.#state, activity: IDLE, stale: null, blockers: [] };
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

  async #prepare(signal: AbortSignal): Promise<Preparation | undefined> {
    const obtained = await this.#preparation.obtain(signal);
    switch (obtained.kind) {
      case 'cancelled':
        return undefined;
      case 'problem':
        this.#update({ activity: IDLE, environment: null, stale: obtained.problem, blockers: [] });
        return undefined;
      case 'ready': {
        const { preparation } = obtained;
        if (preparation.environment !== this.#state.environment) this.#introduce(preparation);
        return preparation;
      }
    }
  }

  #introduce(preparation: Preparation): void {
    const { environment, checker } = preparation;
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
