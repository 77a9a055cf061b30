import { compare } from '../../../src/core/compare/compare.js';
import type { Comparable, Comparison } from '../../../src/core/compare/comparison.js';
import { ComparisonMemory } from '../../../src/core/compare/comparison-memory.js';
import { listJudged, UndecidedMemory } from '../../../src/core/compare/undecided-paths.js';
import { toEntry } from '../../../src/core/error/error-entry.js';
import { type ErrorTree, toSourceTree } from './error-tree.js';
import { type Judgement, judge } from './judgement.js';
import type { SourceTree } from './source-tree.js';
import { TreeHistory } from './tree-history.js';
import { type KnownError, TreeLocator } from './tree-locator.js';

/**
 * What a comparison knows of the old state: what the baseline file says, or also what git says was
 * edited since.
 */
export type Knowledge = 'file' | 'git';

/** A source tree whose errors are the baseline, and what comes out when it changes. */
export class Trial {
  readonly tree: SourceTree;
  /** By origin. */
  readonly entries: readonly Comparable[];
  readonly #locator: TreeLocator;
  readonly #memories = { file: new ComparisonMemory(), git: new ComparisonMemory() };
  /** Made when it is first asked for. */
  #history: TreeHistory | undefined;

  private constructor(tree: SourceTree, old: readonly KnownError[], locator: TreeLocator) {
    this.tree = tree;
    this.entries = old
      .toSorted((a, b) => (a.origin ?? 0) - (b.origin ?? 0))
      .map(({ located }) => toEntry(located));
    this.#locator = locator;
  }

  static async start(checked: ErrorTree): Promise<Trial> {
    const tree = toSourceTree(checked);
    const locator = await TreeLocator.create();
    return new Trial(tree, await locator.locate(tree), locator);
  }

  locate(tree: SourceTree): Promise<readonly KnownError[]> {
    return this.#locator.locate(tree);
  }

  /** Compares a later state with the baseline and holds the answer against the truth. */
  async judge(later: SourceTree, knowledge: Knowledge): Promise<Judgement> {
    const errors = await this.locate(later);
    const plain = this.#compare(errors, { memory: this.#memories.file });
    if (knowledge === 'file') return judge(errors, this.entries, plain);
    const undecided = this.#listUndecided(errors, plain);
    if (undecided.size === 0) return judge(errors, this.entries, plain);
    this.#history ??= await TreeHistory.commit(this.tree);
    const changes = await this.#history.readChanges(later, undecided);
    const informed = this.#compare(errors, { memory: this.#memories.git, changes });
    return judge(errors, this.entries, informed);
  }

  async end(): Promise<void> {
    await this.#locator.remove();
    await this.#history?.remove();
  }

  #compare(errors: readonly KnownError[], context: Parameters<typeof compare>[2]): Comparison {
    const located = errors.map((error) => error.located);
    return compare(located, this.entries, context);
  }

  /** As a project does: git is asked about the files in which something is not certain. */
  #listUndecided(errors: readonly KnownError[], comparison: Comparison): ReadonlySet<string> {
    const located = errors.map((error) => error.located);
    return new UndecidedMemory().list(
      listJudged(located, this.entries, comparison),
      comparison.fixed.flatMap((index) => this.entries[index] ?? []),
    );
  }
}
