import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { maskLineNumbers } from '../../src/core/compare/normalise.js';
import { checkCelery } from '../support/mutation/checked-celery.js';
import { anyChoice } from '../support/mutation/choice.js';
import { takeSteps } from '../support/mutation/composition.js';
import { textsOf, toSourceTree } from '../support/mutation/error-tree.js';
import type { MutationName } from '../support/mutation/outcomes.js';
import type { SourceTree } from '../support/mutation/source-tree.js';
import { checkStrictly } from '../support/mutation/strict-check.js';

/** Mutations that leave what a program does as it is, so that mypy has to find the same. */
const HARMLESS: readonly MutationName[] = [
  'lines are inserted',
  'a block is indented into a try',
  'methods are reordered',
  'a variable is renamed',
  'a function is renamed',
  'a class is renamed',
];

describe('the truth that mutations claim', () => {
  it('is what mypy says of the mutated code', async () => {
    const tree = toSourceTree(await checkCelery());
    const steps = HARMLESS.flatMap((change) =>
      fc.sample(anyChoice, { numRuns: 6, seed: 20_261_124 }).map((choice) => ({ change, choice })),
    );
    const mutated = takeSteps(tree, steps);
    const found = await checkStrictly('newest', textsOf(mutated));
    const said = found.map(({ path, start, ...rest }) =>
      toText({ path, line: start.line, ...rest }),
    );
    assert.notDeepEqual(mutated, tree);
    assert.deepEqual(said.sort(), claimsOf(mutated).sort());
  });
});

function claimsOf(tree: SourceTree): string[] {
  return [...tree.values()].flatMap(({ path, lines }) =>
    lines.flatMap(({ errors }, index) =>
      errors.map(({ code, message }) => toText({ path, line: index + 1, code, message })),
    ),
  );
}

interface Claim {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

function toText({ path, line, code, message }: Claim): string {
  return `${path}:${line} ${code} ${maskLineNumbers(message)}`;
}
