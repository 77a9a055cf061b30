import { compare } from '../../../src/core/compare/compare.js';
import type { BaselineStatus, Comparable } from '../../../src/core/compare/comparison.js';
import { NO_CHANGES, type SourceChanges } from '../../../src/core/compare/source-changes.js';
import { listJudged, UndecidedMemory } from '../../../src/core/compare/undecided-paths.js';
import type { PlacedError } from '../../../test/support/corpus/snapshot.js';
import { errorsOf, type Question, type Rule } from './rule.js';

/** Ours, as the command line and the editor apply it unless told otherwise. */
export const DEFAULT: Rule = {
  name: 'default',
  findNew: (question) => findNew(question, isNew),
};

/** Ours with `edited = "new"`: an error whose line was edited is new. */
export const STRICT: Rule = {
  name: 'strict',
  findNew: (question) => findNew(question, (status) => isNew(status) || isEdited(status)),
};

/** Ours where there is no repository, or too little of it. */
export const WITHOUT_GIT: Rule = {
  name: 'default-without-git',
  findNew: (question) => findNew({ ...question, changes: NO_CHANGES }, isNew),
};

function isNew({ kind }: BaselineStatus): boolean {
  return kind === 'new';
}

function isEdited(status: BaselineStatus): boolean {
  return status.kind === 'baseline' && status.tier === 'edited';
}

function findNew(
  { before, now, changes }: Question,
  isFlagged: (status: BaselineStatus) => boolean,
): ReadonlySet<PlacedError> {
  const errors = errorsOf(now);
  const entries = errorsOf(before).map(toEntry);
  const statuses = judge(errors, entries, changes);
  return new Set(
    errors.filter((_, index) => {
      const status = statuses[index];
      return status === undefined || isFlagged(status);
    }),
  );
}

/** As a project does it: git is asked about the files that the errors themselves leave undecided. */
function judge(
  errors: readonly PlacedError[],
  entries: readonly Comparable[],
  changes: SourceChanges,
): readonly BaselineStatus[] {
  const comparison = compare(errors, entries);
  const undecided = new UndecidedMemory().list(
    listJudged(errors, entries, comparison),
    comparison.fixed.flatMap((index) => entries[index] ?? []),
  );
  if (undecided.size === 0) return comparison.statuses;
  const asked = new Map([...changes].filter(([path]) => undecided.has(path)));
  return compare(errors, entries, { changes: asked }).statuses;
}

/** An entry holds no position, and nothing of the lines around its own. */
function toEntry({ path, code, scope, message, text }: PlacedError): Comparable {
  return { path, code, scope, message, text };
}
