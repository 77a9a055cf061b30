import type { Edit } from './edits.js';

/** Somebody who answers saves with the errors of a code base. All times are milliseconds. */
export interface Contestant {
  readonly name: string;
  /** The errors found last. */
  readonly errors: number;
  /** Edits a file; from the save to the errors. With more saves than one: to those of the last. */
  save(edit: Edit, saves: number): Promise<number>;
  /** A check although nothing was changed. */
  checkAgain(): Promise<number>;
  /** A save of a file that changed no byte of it; undefined where that is as {@link checkAgain}. */
  saveSameBytes(edit: Edit): Promise<number | undefined>;
  /** With nothing cached and nothing running. */
  checkCold(): Promise<number>;
  /** Takes all edits back and answers once more; what it does in the background is over then. */
  restore(): Promise<void>;
  close(): Promise<void>;
}
