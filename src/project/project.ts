import type { Acceptance } from '../core/baseline/baseline.js';
import type { LocatedError } from '../core/error/mypy-error.js';
import type { Accept } from './baseline-edits.js';
import { BaselineKeeper, type EditPermission } from './baseline-keeper.js';
import { CheckCycle, type Picture } from './check-cycle.js';
import { environmentOf, findEnvironment } from './environment-of.js';
import type { Outcome } from './outcome.js';
import type { Preparation, ProjectPorts } from './ports.js';
import type { ProjectOptions } from './project-options.js';
import { INITIAL_STATE, type ProjectState } from './project-state.js';
import type { CheckTrigger } from './trigger.js';

/**
 * One folder with its mypy configuration and its baseline: checks it when asked, holds the errors
 * against the baselines, shrinks the file if it may, and tells its listener the state after each
 * step. Used alike by the server and the command line, so that they cannot disagree.
 */
export class Project {
  #state: ProjectState = INITIAL_STATE;
  /** Counts them: of several that overlap none may show what is older than what is shown. */
  #rereads = 0;
  #shownReread = 0;
  readonly #checks: CheckCycle;
  readonly #keeper: BaselineKeeper;
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
    const keeper = new BaselineKeeper(ports, options.baselinePath);
    this.#keeper = keeper;
    const picture: Picture = {
      state: () => this.#state,
      update: (change) => this.#update(change),
      reread: (change) => this.#reread(change),
    };
    this.#checks = new CheckCycle(ports, options, { keeper, picture });
  }

  get state(): ProjectState {
    return this.#state;
  }

  /** What checks are made with; undefined before the first. */
  get preparation(): Preparation | undefined {
    return this.#checks.preparation;
  }

  /**
   * Resolves when a check that began after this call has ended.
   *
   * @param changed Absolute paths of files that are known to have changed.
   */
  check(trigger: CheckTrigger, changed: readonly string[] = []): Promise<void> {
    return this.#checks.request(trigger, changed);
  }

  /** As {@link check}, unless mypy saw the file and all else just as it is. */
  didSave(file: string): Promise<void> {
    return this.#checks.didSave(file);
  }

  /**
   * Something changed for which no check is made before somebody asks for it: what is shown is of
   * before.
   *
   * @param files As `changed` of {@link check}.
   * @param isReconfigured Whether mypy's configuration is among what changed.
   */
  outdate(files: readonly string[], isReconfigured = false): Promise<void> {
    return this.#checks.outdate(files, isReconfigured);
  }

  /** So that a save without a change can be told. */
  didOpen(file: string): Promise<void> {
    return this.#checks.didOpen(file);
  }

  /**
   * Looks for interpreter and configuration again, then checks.
   *
   * @param changed As for {@link check}.
   */
  restart(trigger: CheckTrigger, changed: readonly string[] = []): Promise<void> {
    return this.#checks.restart(trigger, changed);
  }

  /** Shows what an earlier session found, until mypy has run. */
  recall(): Promise<void> {
    return this.#checks.recall();
  }

  /** Holds the last errors against the baselines as they are now, without running mypy. */
  rereadBaseline(): Promise<void> {
    return this.#reread();
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
    const { result, isOutdated } = this.#state;
    const authority = result?.authority;
    if (authority === 'preview' || isOutdated) await this.check('command');
    if (authority === 'last-session') await this.#checks.join('command');
    const problem = this.#state.stale;
    if (problem !== null) return { kind: 'refused', problem };
    const outcome = await this.#keeper.accept(ids, acceptance, permission);
    await this.rereadBaseline();
    return outcome;
  }

  /** Takes conflict markers and doubled headers out of the file. */
  async repairBaseline(): Promise<Outcome> {
    const known = this.#checks.preparation;
    const here = known ? environmentOf(known) : await findEnvironment(this.#ports);
    const outcome = await this.#keeper.repair(here);
    await this.rereadBaseline();
    return outcome;
  }

  dispose(): Promise<void> {
    return this.#checks.dispose();
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

  async #reread(change: Partial<ProjectState> = {}): Promise<void> {
    this.#state = { ...this.#state, ...change };
    const turn = ++this.#rereads;
    const { presence, result, problems } = await this.#keeper.compare();
    // One that began later looked at newer errors, and had less to ask git.
    if (turn < this.#shownReread) return;
    this.#shownReread = turn;
    this.#update({ presence, result, problems: [...this.#checks.problems, ...problems] });
  }

  #update(change: Partial<ProjectState>): void {
    this.#state = { ...this.#state, ...change };
    this.#onDidChange(this.#state);
  }
}
