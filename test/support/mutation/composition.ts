import fc from 'fast-check';
import { anyChoice, type Choice } from './choice.js';
import { type MutationName, OUTCOMES } from './outcomes.js';
import type { SourceTree } from './source-tree.js';

/** One of several mutations that are done one after the other. */
export interface Step {
  readonly change: MutationName;
  readonly choice: Choice;
}

/** Two or three steps of those mutations. */
export function anySteps(changes: readonly MutationName[]): fc.Arbitrary<readonly Step[]> {
  const step = fc.record({ change: fc.constantFrom(...changes), choice: anyChoice });
  return fc.array(step, { minLength: 2, maxLength: 3 });
}

/** What becomes of a tree; a step that finds no place is left out. */
export function takeSteps(tree: SourceTree, steps: readonly Step[]): SourceTree {
  return steps.reduce(
    (before, { change, choice }) => OUTCOMES[change].mutation(before, choice) ?? before,
    tree,
  );
}
