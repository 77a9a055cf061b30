import type { FilePlan } from '../../../src/cli/init/file-plan.js';
import type { SetUp } from '../../../src/cli/init/set-up.js';

/** A project that is its own repository. */
export const SET_UP: SetUp = {
  project: '',
  baseline: 'mypy-baseline.jsonl',
  defaultBranch: 'main',
  python: '3.12',
  mypy: '2.4.1',
  requirements: [{ kind: 'file', path: 'requirements.txt' }],
};

/** A project in a folder of its repository. */
export const NESTED: SetUp = {
  ...SET_UP,
  project: 'back end',
  requirements: [{ kind: 'project' }, { kind: 'file', path: "it's dev.txt" }],
};

/** What a plan writes; fails when it writes nothing. */
export function contentOf(plan: FilePlan): string {
  if (plan.kind === 'create' || plan.kind === 'change') return plan.content;
  throw new Error(JSON.stringify(plan));
}

/** Whether a text is another with one piece put in, not a byte of it gone. */
export function isInsertion(before: string, after: string): boolean {
  let common = 0;
  while (common < before.length && before[common] === after[common]) common += 1;
  return after.endsWith(before.slice(common));
}

/** What a parsed file has under keys and 0-based indices, one after the other. */
export function valueAt(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce(
    (parent, key) =>
      typeof parent === 'object' && parent !== null ? Reflect.get(parent, key) : undefined,
    value,
  );
}
