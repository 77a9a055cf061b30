import type { MatchTier } from '../../../src/core/compare/comparison.js';
import { addError, addUntypedFunction, copyErrorLine } from './add-error.js';
import { deleteStatement } from './delete-statement.js';
import { insertLines } from './insert-lines.js';
import { moveFunction } from './move-function.js';
import type { Mutation } from './mutation.js';
import { renameClass, renameFunction, renameVariable } from './rename-identifier.js';
import { renameFile, renamePackage } from './rename-path.js';
import { reorderMethods } from './reorder-methods.js';
import { rewordMessages } from './reword-messages.js';
import { moveLine, moveLineAcross, swapErrors } from './swap-errors.js';
import type { Knowledge } from './trial.js';
import { wrapInIf, wrapInTry } from './wrap-block.js';

/** How often something may come out, by what is known; where it may, why no rule can do better. */
export type Bound =
  | 'never'
  | { readonly atMost: Readonly<Record<Knowledge, number>>; readonly because: string };

/** What must come out of a comparison after a mutation. */
export interface Outcome {
  readonly mutation: Mutation;
  /** Tiers that may recognise an old error of which the baseline would say something else now. */
  readonly tiers: readonly MatchTier[];
  /** Of those errors, how many may be called new. */
  readonly falseAlarms: Bound;
  /** Of the new errors, how many may be called baseline; never by another tier than `edited`. */
  readonly hidden: Bound;
  /** With what knowledge the right one of several equal errors is called new. */
  readonly tellsEqualApart: Readonly<Record<Knowledge, boolean>>;
  /** Of the errors that changed, how many may be given the entry of another. */
  readonly wrongTwins: Bound;
}

const EXACT = {
  tiers: [],
  falseAlarms: 'never',
  hidden: 'never',
  tellsEqualApart: { file: true, git: true },
  wrongTwins: 'never',
} as const;

const UNLIKE_NAME =
  'where another name makes another line, only the place tells that it is the same one';

const SAME_MESSAGES =
  'a baseline does not say in which order lines stood that mypy says the same of';

/** What must come out, by what was done to the code. */
export const OUTCOMES = {
  'lines are inserted': { ...EXACT, mutation: insertLines },
  'a statement is deleted': { ...EXACT, mutation: deleteStatement },
  'a block is indented into a try': { ...EXACT, mutation: wrapInTry },
  'a block is wrapped in an if': { ...EXACT, mutation: wrapInIf },
  'methods are reordered': { ...EXACT, mutation: reorderMethods },
  'a line is moved in its function': { ...EXACT, mutation: moveLine },
  // Nobody could tell it from one fixed and one made; the file has no more of them than before.
  'a line is moved to another function': { ...EXACT, mutation: moveLineAcross, tiers: ['moved'] },
  'a function is moved to another file': {
    ...EXACT,
    mutation: moveFunction,
    tiers: ['relocated', 'renamed'],
    falseAlarms: {
      atMost: { file: 0.03, git: 0.03 },
      because: 'a line of a few characters stands too often to be looked for in every file',
    },
  },
  'a variable is renamed': {
    ...EXACT,
    mutation: renameVariable,
    tiers: ['edited', 'reworded', 'moved'],
    falseAlarms: { atMost: { file: 0.05, git: 0.02 }, because: UNLIKE_NAME },
    wrongTwins: { atMost: { file: 0.05, git: 0.05 }, because: SAME_MESSAGES },
  },
  'a function is renamed': {
    ...EXACT,
    mutation: renameFunction,
    tiers: ['moved', 'edited', 'reworded'],
    falseAlarms: { atMost: { file: 0.05, git: 0.02 }, because: UNLIKE_NAME },
    wrongTwins: { atMost: { file: 0.05, git: 0.05 }, because: SAME_MESSAGES },
  },
  'a class is renamed': {
    ...EXACT,
    mutation: renameClass,
    tiers: ['moved', 'edited', 'reworded'],
    falseAlarms: { atMost: { file: 0.01, git: 0.01 }, because: UNLIKE_NAME },
    wrongTwins: { atMost: { file: 0.05, git: 0.05 }, because: SAME_MESSAGES },
  },
  'a file is renamed': {
    ...EXACT,
    mutation: renameFile,
    tiers: ['renamed', 'relocated', 'edited', 'reworded'],
  },
  'a package is renamed': {
    ...EXACT,
    mutation: renamePackage,
    tiers: ['renamed', 'relocated', 'edited', 'reworded'],
  },
  'mypy words its messages anew': {
    ...EXACT,
    mutation: rewordMessages,
    tiers: ['reworded'],
    wrongTwins: {
      atMost: { file: 0.03, git: 0.03 },
      because: 'of two errors on one line each could have become each',
    },
  },
  'an error is added': { ...EXACT, mutation: addError },
  'a function without annotations is added': { ...EXACT, mutation: addUntypedFunction },
  'a line with errors is copied in its function': {
    ...EXACT,
    mutation: copyErrorLine,
    tellsEqualApart: { file: false, git: true },
  },
  'an error is fixed, and one like it made elsewhere in its function': {
    ...EXACT,
    mutation: swapErrors,
    hidden: {
      // A third of the lines that come are like those that went.
      atMost: { file: 0.4, git: 0.05 },
      because: 'a line that is much like the one that went may be that line, edited',
    },
  },
} as const satisfies Readonly<Record<string, Outcome>>;

export type MutationName = keyof typeof OUTCOMES;

/** Mutations that leave every line of code as it is, wherever it comes to stand. */
export const KEEP_LINES: readonly MutationName[] = [
  'lines are inserted',
  'a statement is deleted',
  'a block is indented into a try',
  'a block is wrapped in an if',
  'methods are reordered',
  'a line is moved in its function',
  'a line is moved to another function',
  'mypy words its messages anew',
];

/** Mutations that add errors on lines that stood nowhere before. */
export const ADD_ERRORS: readonly MutationName[] = [
  'an error is added',
  'a function without annotations is added',
];

/** All of them. */
export const CHANGES: readonly MutationName[] = [
  ...KEEP_LINES,
  ...ADD_ERRORS,
  'a function is moved to another file',
  'a variable is renamed',
  'a function is renamed',
  'a class is renamed',
  'a file is renamed',
  'a package is renamed',
  'a line with errors is copied in its function',
  'an error is fixed, and one like it made elsewhere in its function',
];
