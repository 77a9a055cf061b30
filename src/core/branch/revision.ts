import type { Phrase } from '../language/language.js';
/** A commit that somebody may want to compare with, by the name that they know. */
export interface Revision {
  readonly kind: 'branch' | 'remote-branch' | 'tag' | 'commit';
  /** `feature`, `origin/main`, `v1.2`, or the first ten digits of a hash. */
  readonly name: string;
  /** Epoch milliseconds, when it was committed. */
  readonly at: number;
  readonly author: string;
  readonly subject: string;
  /** Whether it is the branch that is checked out. */
  readonly isCurrent: boolean;
}

/** What a repository offers to compare with. */
export type RevisionList =
  | {
      readonly kind: 'read';
      /** Branches and tags, newest first, then the last commits. */
      readonly revisions: readonly Revision[];
      /** Whether the clone has the newest commits only. */
      readonly isShallow: boolean;
    }
  | { readonly kind: 'unknown'; readonly why: Phrase };
