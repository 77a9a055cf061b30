import type { BaselineEntry } from '../core/baseline/baseline.js';

/** How a project behaves, which differs between an editor and a command line. */
export interface ProjectOptions {
  /** Absolute; mypy's paths are relative to it. */
  readonly root: string;
  /** Absolute path of the baseline file. */
  readonly baselinePath: string;
  readonly shrinkOnSave: boolean;
  /** Milliseconds without a save after which plain mypy confirms what its daemon said. */
  readonly confirmAfterMs: number;
  /**
   * How long after the first, second, … failure in a row a check is made again by itself, in
   * milliseconds; empty where a failure is the answer, as on the command line.
   */
  readonly retryAfterMs: readonly number[];
  /**
   * Whether a check that was made already is fresh enough to decide on: on the command line, which
   * makes one and ends. In an editor files change meanwhile.
   */
  readonly trustsLastCheck: boolean;
  /**
   * Other baselines that a check is measured against beside the file and the commit. With them files
   * in which nothing changed against any of them are set aside, and only counted. Null where every
   * error is shown or written.
   */
  readonly measures: Measures | null;
  /** Whether the file follows a check by itself: on the command line a command has to say so. */
  readonly settles: boolean;
}

/** Gives baselines of other commits. */
export type Measures = () => Promise<readonly (readonly BaselineEntry[])[]>;
