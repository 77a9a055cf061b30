/** What changed on disk since the last one. */
export interface ChangeSet {
  /** Absolute paths of Python files that were added, changed or deleted. */
  readonly python: ReadonlySet<string>;
  readonly baseline: boolean;
  readonly configuration: boolean;
  /** Another commit was checked out, or one was made. */
  readonly head: boolean;
  /** A folder without a repository got one. */
  readonly repository: boolean;
}
