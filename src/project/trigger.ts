/** Why a check is made. Only some of them are a person's work that may shrink the baseline. */
export type CheckTrigger =
  | 'open'
  | 'save'
  /** Python files changed outside the editor. */
  | 'files'
  /** Another commit was checked out. */
  | 'head'
  | 'configuration'
  /** Nobody saves any more, and what mypy's daemon said is to be confirmed. */
  | 'confirm'
  /** The last one failed for a reason that may be gone. */
  | 'retry'
  | 'command';

/** Whether a person waits for a check that is made for these reasons. */
export function isAwaited(triggers: ReadonlySet<CheckTrigger>): boolean {
  return triggers.has('save') || triggers.has('command');
}

/**
 * Whether mypy's daemon may answer these. What a person asks for by name, and the first look at a
 * commit or configuration, is plain mypy's.
 */
export function mayPreview(triggers: ReadonlySet<CheckTrigger>): boolean {
  const others = [...triggers].filter((trigger) => trigger !== 'confirm');
  return others.length > 0 && others.every((trigger) => trigger === 'save' || trigger === 'files');
}

/**
 * Whether what another process found will do, where it is proved to be of the same state. Who asks for
 * a check by name, or after one that failed, wants mypy to run.
 */
export function mayAdopt(triggers: ReadonlySet<CheckTrigger>): boolean {
  return !triggers.has('command') && !triggers.has('retry');
}

/**
 * Whether a check made for these reasons may drop fixed entries. Opening a folder and checking out
 * a branch must not change a file that nobody touched.
 */
export function mayShrink(triggers: ReadonlySet<CheckTrigger>): boolean {
  if (triggers.has('head')) return false;
  return triggers.has('save') || triggers.has('files') || triggers.has('command');
}
