import type { PlacedError, Snapshot } from '../corpus/snapshot.js';

/** One way of saying which errors are new. */
export interface Rule {
  readonly name: string;
  /** The errors of `now` that it calls new, with a baseline written at `before`. */
  readonly findNew: (before: Snapshot, now: Snapshot) => ReadonlySet<PlacedError>;
}

/** All errors of a commit, file after file. */
export function errorsOf(snapshot: Snapshot): readonly PlacedError[] {
  return [...snapshot.values()].flatMap(({ errors }) => errors);
}
