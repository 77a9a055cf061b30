import type { BaselineEntry } from '../../core/baseline/baseline.js';
import { compareBranch } from '../../core/branch/compare-branch.js';
import {
  type BaselineRelation,
  ReconciliationMemory,
  relateBaselines,
} from '../../core/compare/reconcile.js';
import type { BaselineMemory } from '../../workspace/baseline-store/baseline-memory.js';
import type { ProjectLocation } from '../project-location.js';
import type { ProjectResult } from '../project-state.js';
import { type BaseBaseline, readBase } from '../read-base.js';
import type { BranchState } from './branch-state.js';

/** What a branch is read with. */
export interface BranchSurroundings {
  readonly location: ProjectLocation;
  /** Of the process. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Shared with the project, so that baselines which say the same are one value. */
  readonly baselines: BaselineMemory;
}

const OFF: BranchState = { kind: 'off' };

/** A base that was asked for and read, with what may be taken over from check to check. */
interface Base {
  readonly asked: string;
  readonly baseline: BaseBaseline;
  readonly memory: ReconciliationMemory;
}

/**
 * A project's branch held against its base. Nothing is checked out and mypy does not look at the
 * base: what its baseline file says is read through git, once, and again when HEAD moves.
 */
export class Branch {
  readonly #surroundings: BranchSurroundings;
  #base: Base | undefined;
  /** Counts the requests: the answer to an older one comes too late. */
  #turn = 0;
  #relation:
    | {
        readonly entries: readonly BaselineEntry[];
        readonly base: readonly BaselineEntry[];
        readonly relation: BaselineRelation;
      }
    | undefined;
  #last:
    | { readonly base: Base; readonly result: ProjectResult | null; readonly state: BranchState }
    | undefined;

  constructor(surroundings: BranchSurroundings) {
    this.#surroundings = surroundings;
  }

  /** Full hash of the commit that is compared with; null where there is none. */
  get commit(): string | null {
    const baseline = this.#base?.baseline;
    return baseline?.kind === 'found' || baseline?.kind === 'absent' ? baseline.commit : null;
  }

  /** @param revision A branch, tag or commit; empty for the usual base, null for none. */
  async compareWith(revision: string | null): Promise<void> {
    const turn = ++this.#turn;
    if (revision === null) {
      this.#base = undefined;
      return;
    }
    const { location, env, baselines } = this.#surroundings;
    const baseline = await readBase(location, revision, env, baselines);
    if (turn !== this.#turn) return;
    this.#base = { asked: revision, baseline, memory: new ReconciliationMemory() };
  }

  /** Reads the base again: HEAD moved, and the merge base may be another. */
  async refresh(): Promise<void> {
    if (this.#base !== undefined) await this.compareWith(this.#base.asked);
  }

  /** Holds a complete check against the base. The same value while both stay the same. */
  compare(result: ProjectResult | null): BranchState {
    const base = this.#base;
    if (base === undefined) return OFF;
    if (this.#last?.base === base && this.#last.result === result) return this.#last.state;
    const state = this.#judge(base, result);
    this.#last = { base, result, state };
    return state;
  }

  #judge({ baseline, memory }: Base, result: ProjectResult | null): BranchState {
    switch (baseline.kind) {
      case 'none':
      case 'unknown':
        return { kind: 'unknown', why: baseline.why };
      case 'absent':
        return { kind: 'first', name: baseline.name, commit: baseline.commit };
      case 'found': {
        const { name, commit, entries: base } = baseline;
        // A review is not made of what another session found.
        if (result === null || result.authority === 'last-session') {
          return { kind: 'waiting', name, commit };
        }
        const { reconciliation, ids, entries: working, changes } = result;
        const relation = this.#relate(working, base);
        const { errors } = reconciliation;
        const input = { errors, ids, working, base, relation, changes, memory };
        return { kind: 'compared', name, commit, comparison: compareBranch(input) };
      }
    }
  }

  #relate(entries: readonly BaselineEntry[], base: readonly BaselineEntry[]): BaselineRelation {
    const known = this.#relation;
    if (known?.entries === entries && known.base === base) return known.relation;
    const relation = relateBaselines(entries, base);
    this.#relation = { entries, base, relation };
    return relation;
  }
}
