import type { SourceChanges } from '../../../src/core/compare/source-changes.js';
import type { PlacedError, Snapshot } from '../../../test/support/corpus/snapshot.js';

/** What a rule is asked: a baseline was written at `before`, and the code is now as in `now`. */
export interface Question {
  readonly before: Snapshot;
  readonly now: Snapshot;
  /** What git says was edited between the two. */
  readonly changes: SourceChanges;
}

/** One way of saying which errors are new. */
export interface Rule {
  readonly name: string;
  /** The errors of `now` that it calls new. */
  readonly findNew: (question: Question) => ReadonlySet<PlacedError>;
}

/** All errors of a commit, file after file. */
export function errorsOf(snapshot: Snapshot): readonly PlacedError[] {
  return [...snapshot.values()].flatMap(({ errors }) => errors);
}
