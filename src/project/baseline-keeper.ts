import { basename } from 'node:path';
import type {
  Acceptance,
  BaselineEntry,
  BaselineEnvironment,
  BaselineRead,
  ReadBaseline,
} from '../core/baseline/baseline.js';
import type { BaselinePresence } from '../core/baseline/baseline-presence.js';
import type { BaselineEdit } from '../core/baseline/edit-baseline.js';
import { compareEnvironments } from '../core/baseline/environment.js';
import { findAgreeing } from '../core/compare/agreeing-entries.js';
import type { Reconciliation } from '../core/compare/reconcile.js';
import type { LocatedError } from '../core/error/mypy-error.js';
import { ENGLISH } from '../core/language/language.js';
import type { Problem } from '../core/problem/problem.js';
import type { WriteDecision } from '../workspace/baseline-store/baseline-store.js';
import type { CommittedBaseline } from '../workspace/baseline-store/committed-baselines.js';
import {
  type Accept,
  acceptEdit,
  applyEdit,
  createContent,
  settleEdit,
  updateEdit,
} from './baseline-edits.js';
import { type BaselinePair, pairBaselines } from './baseline-pair.js';
import { CheckJudge } from './check-judge.js';
import { describeOutcome, type Outcome } from './outcome.js';
import { planRepair } from './plan-repair.js';
import { type PlannedOutcome, refuseUnusable } from './planned-outcome.js';
import type { ProjectPorts } from './ports.js';
import type { ProjectResult } from './project-state.js';
import type { CompleteCheck } from './reconciler.js';
import { withholdFixed } from './withhold-fixed.js';

/** What the files said when a check began. A write is only right while they still say it. */
export interface Observation {
  readonly content: string | null;
  readonly head: string | null;
}

/** What a person allows beyond the usual. */
export interface EditPermission {
  /** To change a baseline that another mypy, Python, platform or configuration has written. */
  readonly anyEnvironment?: boolean;
}

/** The last complete check, held against the baselines as they were just read. */
export interface Compared {
  readonly presence: BaselinePresence;
  readonly result: ProjectResult | null;
  readonly problems: readonly Problem[];
}

interface Agreeing {
  /** The versions of the baseline, that of the file first. */
  readonly asked: readonly (readonly BaselineEntry[])[];
  readonly entries: readonly BaselineEntry[];
}

/** Holds the errors of the last complete check against the baselines, and changes the file. */
export class BaselineKeeper {
  /** What is shown, and what plain mypy found last. They differ while a preview is shown. */
  #check: CompleteCheck | null = null;
  #plainCheck: CompleteCheck | null = null;
  /** The entries of the file when it was last understood. */
  #remembered: readonly BaselineEntry[] = [];
  readonly #ports: ProjectPorts;
  readonly #path: string;
  readonly #judge: CheckJudge;
  /** Of the plain check, while a preview is shown. */
  readonly #plainJudge: CheckJudge;
  /** The last answer of {@link readAgreeing}: it is asked before mypy ends, and again after. */
  #agreeing: Agreeing | undefined;

  constructor(ports: ProjectPorts, path: string) {
    this.#ports = ports;
    this.#path = path;
    this.#judge = new CheckJudge(ports);
    this.#plainJudge = new CheckJudge(ports);
  }

  /** Takes over the errors of a complete check; null to let go of all. */
  take(check: CompleteCheck | null): void {
    this.#check = check;
    if (check === null || check.authority === 'plain') this.#plainCheck = check;
  }

  async observe(): Promise<Observation> {
    const [read, head] = await Promise.all([this.#ports.readBaseline(), this.#ports.readHead()]);
    return { content: read.kind === 'read' ? read.content : null, head };
  }

  /** The entries of those files of which the commit and other baselines say the same as the file. */
  async readAgreeing(
    others: readonly (readonly BaselineEntry[])[],
  ): Promise<readonly BaselineEntry[]> {
    const { working, committed } = pairBaselines(this.#path, ...(await this.#readBoth()));
    if (working === null) return [];
    const { entries } = working.baseline;
    const versions = committed === null ? others : [committed, ...others];
    const asked = [entries, ...versions];
    const known = this.#agreeing;
    if (known?.asked.length === asked.length && asked.every((list, at) => list === known.asked[at]))
      return known.entries;
    const agreeing = findAgreeing(entries, versions);
    this.#agreeing = { asked, entries: agreeing };
    return agreeing;
  }

  async compare(): Promise<Compared> {
    const [disk, commit] = await this.#readBoth();
    const check = this.#check;
    const pair = this.#pair(disk, commit);
    if (pair.working !== null) this.#remembered = pair.working.baseline.entries;
    if (check === null) return { presence: pair.presence, result: null, problems: pair.problems };
    return {
      presence: pair.presence,
      result: await this.#judgeShown(check, pair),
      problems: [...pair.problems, ...this.#differences(pair.header, check)],
    };
  }

  /**
   * What follows from a check by itself: fixed entries go (if told to shrink), entries that are
   * needed again return. Does nothing when anything moved since the check began, because then its
   * errors and the file may be of two different commits. Returns whether the file was written.
   */
  async settle(
    before: Observation,
    policy: { readonly shrink: boolean },
  ): Promise<{ readonly written: boolean; readonly problem: Problem | null }> {
    const idle = { written: false, problem: null };
    const check = this.#check;
    if (check === null || before.content === null || (await this.#hasMoved(before))) return idle;
    const outcome = await this.#edit((read, reconciliation) =>
      read.content === before.content ? settleEdit(reconciliation, policy) : null,
    );
    if (outcome.kind === 'written') return { written: true, problem: null };
    const { problem } = outcome.kind === 'refused' ? outcome : { problem: null };
    return problem?.kind === 'baseline-not-written' ? { written: false, problem } : idle;
  }

  /** @param choose Which of today's errors are tolerated. */
  async create(
    choose: (errors: readonly LocatedError[]) => readonly LocatedError[],
  ): Promise<Outcome> {
    const check = this.#check;
    if (check === null) return { kind: 'unchanged' };
    const { environment } = check;
    const errors = choose(check.errors);
    if (check.authority !== 'plain')
      return { kind: 'refused', problem: { kind: 'check-unconfirmed' } };
    if (environment === null) return { kind: 'refused', problem: { kind: 'environment-unknown' } };
    const content = createContent(errors, environment);
    return this.#write((current) => {
      if (current.kind !== 'absent') return { kind: 'exists' };
      return {
        kind: 'written',
        content,
        added: errors.length,
        removed: 0,
        total: errors.length,
      };
    });
  }

  /** Takes today's errors and today's environment as the baseline. */
  update(accept: Accept, permission: EditPermission): Promise<Outcome> {
    return this.#edit(
      (read, reconciliation, { environment }) =>
        updateEdit(read, reconciliation, environment, accept),
      permission,
    );
  }

  shrink(permission: EditPermission): Promise<Outcome> {
    return this.#edit(
      (_, reconciliation) => settleEdit(reconciliation, { shrink: true }),
      permission,
    );
  }

  /** Accepts errors by their ids; those that are not new any more are left alone. */
  async accept(
    ids: readonly string[],
    acceptance: Acceptance | undefined,
    permission: EditPermission,
  ): Promise<Outcome> {
    const wanted = new Set(ids);
    let found = 0;
    const outcome = await this.#edit((_, reconciliation, check) => {
      const errors = reconciliation.errors.flatMap(({ error, status }, index) =>
        status.kind === 'new' && wanted.has(check.ids[index] ?? '') ? [error] : [],
      );
      found = errors.length;
      return acceptEdit(errors, acceptance);
    }, permission);
    return outcome.kind === 'unchanged' && found === 0 ? { kind: 'not-new' } : outcome;
  }

  /** @param here Decides between doubled headers; null where it is not known. */
  repair(here: BaselineEnvironment | null): Promise<Outcome> {
    return this.#write((current) => planRepair(this.#path, current, here));
  }

  #edit(
    decide: (
      read: ReadBaseline,
      reconciliation: Reconciliation,
      check: CompleteCheck,
    ) => BaselineEdit | null,
    { anyEnvironment = false }: EditPermission = {},
  ): Promise<Outcome> {
    return this.#writeWithCommit((current, commit) => {
      const check = this.#check;
      const pair = this.#pair(current, commit);
      const { working } = pair;
      if (working === null) return refuseUnusable(this.#path, current);
      if (check === null) return { kind: 'unchanged' };
      if (check.authority !== 'plain')
        return { kind: 'refused', problem: { kind: 'check-unconfirmed' } };
      const [difference] = this.#differences(pair.header, check);
      if (difference !== undefined && !anyEnvironment)
        return { kind: 'refused', problem: difference };
      const { reconciliation } = this.#judge.judgeAgain(check, pair);
      const edit = decide(working, reconciliation, check);
      const content = edit && applyEdit(working, edit);
      if (edit === null || content === null) return { kind: 'unchanged' };
      const [added, removed] = [edit.added.length, edit.removed.size];
      const total = working.baseline.entries.length + added - removed;
      return { kind: 'written', content, added, removed, total };
    });
  }

  async #judgeShown(check: CompleteCheck, pair: BaselinePair): Promise<ProjectResult> {
    const shown = await this.#judge.judge(check, pair);
    if (check.authority === 'plain' || this.#plainCheck === null) return shown;
    return withholdFixed(shown, await this.#plainJudge.judge(this.#plainCheck, pair));
  }

  async #writeWithCommit(
    decide: (current: BaselineRead, commit: CommittedBaseline) => PlannedOutcome,
  ): Promise<Outcome> {
    const [disk, commit] = await this.#readBoth();
    // git is asked before the lock is taken: others wait for it.
    if (this.#check !== null) {
      await this.#judge.judge(this.#check, this.#pair(disk, commit));
    }
    return this.#write((current) => decide(current, commit));
  }

  /** Decides inside the lock, writes, and says what came of it. */
  async #write(decide: (current: BaselineRead) => PlannedOutcome): Promise<Outcome> {
    let planned: PlannedOutcome = { kind: 'unchanged' };
    const result = await this.#ports.writeBaseline((current): WriteDecision => {
      planned = decide(current);
      return 'content' in planned ? { kind: 'write', content: planned.content } : { kind: 'keep' };
    });
    if (result.kind === 'refused' || result.kind === 'failed') {
      const { detail } = result;
      return {
        kind: 'refused',
        problem: { kind: 'baseline-not-written', path: this.#path, detail },
      };
    }
    this.#log(planned);
    return planned;
  }

  #log(planned: PlannedOutcome): void {
    const name = basename(this.#path);
    if (planned.kind === 'repaired') this.#ports.log.info(describeOutcome(planned, name, ENGLISH));
    if (planned.kind !== 'written') return;
    const { added, removed, total } = planned;
    this.#ports.log.info(`${name}: +${added} −${removed}, ${total} entries`);
  }

  #pair(disk: BaselineRead, commit: CommittedBaseline): BaselinePair {
    const here = this.#check?.environment ?? null;
    return pairBaselines(this.#path, disk, commit, { here, remembered: this.#remembered });
  }

  #differences(header: BaselineEnvironment | null, check: CompleteCheck): readonly Problem[] {
    if (header === null) return [];
    if (check.environment === null) return [{ kind: 'environment-unknown' }];
    const differences = compareEnvironments(header, check.environment);
    return differences.length === 0 ? [] : [{ kind: 'environment-differs', differences }];
  }

  async #hasMoved(before: Observation): Promise<boolean> {
    if (await this.#ports.isGitBusy()) return true;
    return (await this.#ports.readHead()) !== before.head;
  }

  #readBoth(): Promise<[BaselineRead, CommittedBaseline]> {
    return Promise.all([this.#ports.readBaseline(), this.#ports.readCommitted()]);
  }
}
