import { compare } from '../../../src/core/compare/compare.js';
import type { Comparable } from '../../../src/core/compare/comparison.js';
import { ComparisonMemory } from '../../../src/core/compare/comparison-memory.js';
import { type ErrorTree, toSourceTree } from './error-tree.js';
import { type Judgement, judge } from './judgement.js';
import type { SourceTree } from './source-tree.js';
import { type KnownError, TreeLocator } from './tree-locator.js';

/**
 * What a comparison knows of the old state: what the baseline file says, or also the lines around
 * each error, which the commit that the baseline belongs to can tell.
 */
export type Knowledge = 'file' | 'neighbours';

/** A source tree whose errors are the baseline, and what comes out when it changes. */
export class Trial {
  readonly tree: SourceTree;
  /** By origin. */
  readonly #entries: Readonly<Record<Knowledge, readonly Comparable[]>>;
  readonly #memories = { file: new ComparisonMemory(), neighbours: new ComparisonMemory() };
  readonly #locator: TreeLocator;

  private constructor(tree: SourceTree, old: readonly KnownError[], locator: TreeLocator) {
    const byOrigin = old.toSorted((a, b) => (a.origin ?? 0) - (b.origin ?? 0));
    this.tree = tree;
    this.#entries = {
      file: byOrigin.map(({ located }) => toComparable(located)),
      neighbours: byOrigin.map(({ located }) => {
        const { before, after } = located;
        return { ...toComparable(located), before, after };
      }),
    };
    this.#locator = locator;
  }

  static async start(checked: ErrorTree): Promise<Trial> {
    const tree = toSourceTree(checked);
    const locator = await TreeLocator.create();
    return new Trial(tree, await locator.locate(tree), locator);
  }

  entries(knowledge: Knowledge): readonly Comparable[] {
    return this.#entries[knowledge];
  }

  locate(tree: SourceTree): Promise<readonly KnownError[]> {
    return this.#locator.locate(tree);
  }

  /** Compares a later state with the baseline and holds the answer against the truth. */
  async judge(later: SourceTree, knowledge: Knowledge): Promise<Judgement> {
    const errors = await this.locate(later);
    const entries = this.#entries[knowledge];
    const located = errors.map((error) => error.located);
    const comparison = compare(located, entries, this.#memories[knowledge]);
    return judge(errors, entries, comparison);
  }

  async end(): Promise<void> {
    await this.#locator.remove();
  }
}

function toComparable({ path, code, scope, message, text }: Comparable): Comparable {
  return { path, code, scope, message, text };
}
