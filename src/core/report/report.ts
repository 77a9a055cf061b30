import type { Acceptance, BaselineEntry, BaselineEnvironment } from '../baseline/baseline.js';
import type { CategoryId } from '../category/category.js';
import type { MatchTier } from '../compare/comparison.js';
import type { Summary } from '../counts/summarise.js';
import type { LocatedError } from '../error/mypy-error.js';
import type { Verdict } from '../gate/verdict.js';
import type { Phrase } from '../language/language.js';
import type { Problem } from '../problem/problem.js';
import type { Outlook } from './outlook.js';

/**
 * What became of one error.
 * - `new`: the baseline does not know it, or its acceptance has expired.
 * - `accepted`: the working baseline knows it and the one compared with does not.
 * - `baseline`: both know it.
 */
export type ReportedStatus = 'new' | 'accepted' | 'baseline';

export interface ReportedError {
  /** Lasts while the error stays the same; unique within a report. */
  readonly id: string;
  readonly error: LocatedError;
  readonly category: CategoryId;
  readonly status: ReportedStatus;
  /** How the entry was recognised; null for what has none. */
  readonly tier: MatchTier | null;
  /** Of its entry, where somebody gave one. */
  readonly acceptance: Acceptance | null;
}

/** One entry that joined the baseline since the base. */
export interface AddedEntry {
  readonly entry: BaselineEntry;
  /** Who wrote the line, by git; null when it is not committed or git does not say. */
  readonly author: string | null;
}

/** What the errors were counted against. */
export type ReportBase =
  /** The baseline of another commit: `name` is what was asked for, `commit` its full hash. */
  | { readonly kind: 'commit'; readonly name: string; readonly commit: string }
  /** The baseline file itself; `why` says what keeps it from being another commit's. */
  | { readonly kind: 'baseline'; readonly why: Phrase };

/** The size of the baseline at one commit. */
export interface TrendPoint {
  /** Full hash. */
  readonly commit: string;
  /** Epoch milliseconds, when it was committed. */
  readonly at: number;
  readonly total: number;
}

/** Where a reader can see the source. */
export type SourceLink =
  | {
      /** `{url}/{path}#L{line}`. */
      readonly kind: 'web';
      /** Without a closing slash, `https://github.com/o/r/blob/<commit>/<folder>`. */
      readonly url: string;
    }
  | {
      /** A command of VS Code, which is given the project, the path in it and the line. */
      readonly kind: 'command';
      readonly command: string;
      /** As the command knows it. */
      readonly project: string;
    };

/** One check with its verdict: all that any output format may say. */
export interface Report {
  /** Of Mypy Ratchet. */
  readonly version: string;
  /** Name of the project's folder. */
  readonly project: string;
  /** Relative to the root, `/`-separated. */
  readonly baselinePath: string;
  /** Path of the project's root within its repository, `/`-separated; empty at its top. */
  readonly prefix: string;
  /** Null when mypy ran elsewhere. */
  readonly environment: BaselineEnvironment | null;
  /** Epoch milliseconds. */
  readonly checkedAt: number;
  readonly durationMs: number;
  readonly verdict: Verdict;
  readonly base: ReportBase;
  /** Counted against {@link base}. */
  readonly summary: Summary;
  /**
   * In the order of paths, lines and columns. Those that were always in the baseline may be left out:
   * {@link summary} counts them.
   */
  readonly errors: readonly ReportedError[];
  /** Entries of the base that no error matches any more. */
  readonly fixed: readonly BaselineEntry[];
  /** Entries that joined since the base, with and without a reason. */
  readonly added: readonly AddedEntry[];
  /** What the reader must know; never what kept mypy from looking: then there is no report. */
  readonly problems: readonly Problem[];
  /** Oldest first; empty where no history was read. */
  readonly trend: readonly TrendPoint[];
  /** Null where nobody asked for it. */
  readonly outlook: Outlook | null;
  readonly sourceLink: SourceLink | null;
}
