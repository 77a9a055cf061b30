import type { BaselineEntry } from '../core/baseline/baseline.js';
import { NO_CHANGES, type SourceChanges } from '../core/compare/source-changes.js';
import { UndecidedMemory } from '../core/compare/undecided-paths.js';
import type { BaselinePair } from './baseline-pair.js';
import type { ProjectPorts } from './ports.js';
import type { ProjectResult } from './project-state.js';
import { type CompleteCheck, Reconciler } from './reconciler.js';

/** What git said of the files that a check leaves undecided. */
interface Evidence {
  readonly check: CompleteCheck;
  /** Sorted and joined. */
  readonly paths: string;
  /** See `ProjectPorts.readHead`. */
  readonly head: string | null;
  readonly changes: SourceChanges;
}

/**
 * Holds a check against the baselines: first by what errors and entries say themselves, which decides
 * nearly all, and where it does not, once more with what git says was edited.
 */
export class CheckJudge {
  readonly #ports: Pick<ProjectPorts, 'readChanges' | 'readHead' | 'log'>;
  readonly #plain = new Reconciler();
  readonly #informed = new Reconciler();
  readonly #undecided = new UndecidedMemory();
  #evidence: Evidence | undefined;
  /** Why git could not say, as it was logged last. */
  #lastWhy = '';

  constructor(ports: Pick<ProjectPorts, 'readChanges' | 'readHead' | 'log'>) {
    this.#ports = ports;
  }

  async judge(check: CompleteCheck, pair: BaselinePair): Promise<ProjectResult> {
    const result = this.#plain.result(check, pair, NO_CHANGES);
    const undecided = [...this.#listUndecided(result, pair.entries)].sort();
    if (undecided.length === 0) return result;
    const { changes } = await this.#findEvidence(check, undecided);
    return changes === NO_CHANGES ? result : this.#informed.result(check, pair, changes);
  }

  /** The same at once, with what git said of this check before. */
  judgeAgain(check: CompleteCheck, pair: BaselinePair): ProjectResult {
    const result = this.#plain.result(check, pair, NO_CHANGES);
    const changes = this.#evidence?.check === check ? this.#evidence.changes : NO_CHANGES;
    if (changes === NO_CHANGES || this.#listUndecided(result, pair.entries).size === 0)
      return result;
    return this.#informed.result(check, pair, changes);
  }

  /**
   * Of one check git is asked once, as long as the same files are undecided and the same commit is
   * checked out: another one has another merge base, or was the last to change the baseline.
   */
  async #findEvidence(check: CompleteCheck, undecided: readonly string[]): Promise<Evidence> {
    const paths = undecided.join('\n');
    const head = await this.#ports.readHead();
    const known = this.#evidence;
    const isOfNow = known?.head === head && head !== null;
    if (isOfNow && known.check === check && known.paths === paths) return known;
    const evidence = { check, paths, head, changes: await this.#readChanges(undecided) };
    this.#evidence = evidence;
    return evidence;
  }

  #listUndecided(
    { reconciliation: { errors, fixed, stale } }: ProjectResult,
    entries: readonly BaselineEntry[],
  ): ReadonlySet<string> {
    const gone = [...fixed, ...[...stale].flatMap((index) => entries[index] ?? [])];
    return this.#undecided.list(errors, gone);
  }

  async #readChanges(paths: readonly string[]): Promise<SourceChanges> {
    const read = await this.#ports.readChanges(paths);
    if (read.kind === 'read') return read.changes;
    if (read.why !== this.#lastWhy) {
      this.#lastWhy = read.why;
      this.#ports.log.info(`compared without git's help: ${read.why}`);
    }
    return NO_CHANGES;
  }
}
