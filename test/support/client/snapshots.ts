import { categoryOf } from '../../../src/core/category/categories.js';
import type { ProjectActivity } from '../../../src/core/check/project-activity.js';
import type { BaselineCounts, CategorySummary } from '../../../src/core/counts/counts.js';
import type {
  ErrorItem,
  ProjectResult,
  ProjectSnapshot,
  ShownProblem,
} from '../../../src/protocol/messages.js';

export function counts(current: number, committed: number, added = 0, fixed = 0): BaselineCounts {
  return { current, committed, new: added, fixed };
}

type Checking = Extract<ProjectActivity, { kind: 'checking' }>;

/** A check that has just begun and of which nothing is known, changed as the test wants it. */
export function checking(changes: Partial<Checking> = {}): Checking {
  return {
    kind: 'checking',
    elapsedMs: 10,
    files: null,
    lastMs: null,
    lastFiles: null,
    ...changes,
  };
}

/** A new error in `shop/cart.py`, changed as the test wants it. */
export function errorItem(changes: Partial<ErrorItem> = {}): ErrorItem {
  return {
    id: 'e1',
    uri: 'file:///shop/shop/cart.py',
    path: 'shop/cart.py',
    line: 6,
    character: 4,
    endLine: 6,
    endCharacter: 9,
    code: 'arg-type',
    category: 'call-signature',
    scope: 'Cart.add',
    message: 'Argument 1 to "add" has incompatible type "str"; expected "int"',
    status: 'new',
    ...changes,
  };
}

export const CALLS: CategorySummary = {
  ...counts(3, 2, 1),
  category: categoryOf('call-signature'),
  codes: [
    {
      ...counts(3, 2, 1),
      code: 'arg-type',
      files: [
        { ...counts(2, 1, 1), path: 'shop/cart.py' },
        { ...counts(1, 1), path: 'shop/order.py' },
      ],
    },
  ],
};

export const ANNOTATIONS: CategorySummary = {
  ...counts(5, 7, 0, 2),
  category: categoryOf('missing-annotations'),
  codes: [
    { ...counts(5, 7, 0, 2), code: 'no-untyped-def', files: [{ ...counts(5, 7), path: 'a.py' }] },
  ],
};

export function projectResult(changes: Partial<ProjectResult> = {}): ProjectResult {
  return {
    checkedAt: Date.UTC(2026, 0, 5, 9, 30),
    durationMs: 1840,
    authority: 'plain',
    totals: counts(8, 9, 1, 2),
    categories: [CALLS, ANNOTATIONS],
    newErrors: [errorItem()],
    owners: {},
    ...changes,
  };
}

/** A project with a committed baseline of nine errors, two of them fixed, and one new error. */
export function projectSnapshot(changes: Partial<ProjectSnapshot> = {}): ProjectSnapshot {
  return {
    project: 'file:///shop',
    rootUri: 'file:///shop',
    name: 'shop',
    baselinePath: '/shop/mypy-baseline.jsonl',
    activity: { kind: 'idle' },
    presence: 'committed',
    checker: 'mypy 2.4.1 (Python 3.11), prewarmed',
    interpreter: '/usr/bin/python3',
    isOutdated: false,
    comparedWith: null,
    result: projectResult(),
    stale: null,
    problems: [],
    ...changes,
  };
}

export const PAUSED: ShownProblem = {
  kind: 'check-blocked',
  message: 'Paused by a syntax error in a.py:3: invalid syntax',
  detail: 'a.py:3: invalid syntax',
  remedy: 'open-blocker',
  location: { path: 'a.py', line: 3 },
  severity: 'warning',
};

export const NO_INTERPRETER: ShownProblem = {
  kind: 'no-interpreter',
  message: 'No Python interpreter with mypy was found.',
  detail: '',
  remedy: 'select-interpreter',
  severity: 'error',
};
