import type { CategoryId } from '../category/category.js';

/** What the gate does about something that it may also only tell. */
export type Strictness = 'fail' | 'warn' | 'off';

/** How many errors there may be more than in the baseline. */
export type Increase =
  /** Of the baseline's total; 10 is a tenth of it. Rounded down to whole errors. */
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'count'; readonly count: number };

/** The most errors that there may be in one part of the project. */
export type CapPart =
  | { readonly kind: 'total' }
  | { readonly kind: 'category'; readonly category: CategoryId }
  | { readonly kind: 'code'; readonly code: string }
  /** Relative to the root, `/`-separated, without a closing slash. */
  | { readonly kind: 'directory'; readonly path: string };

export interface Cap {
  readonly part: CapPart;
  readonly max: number;
}

/** What a team asks of a change: `[tool.mypy-ratchet]` and the command line together. */
export interface GatePolicy {
  /** Errors that are not in the baseline. */
  readonly newErrors: Strictness;
  /** Entries that joined the baseline since the merge base and give no reason. */
  readonly growth: Strictness;
  /** Entries that no error matches any more; `shrink` takes them out of the file. */
  readonly stale: Strictness | 'shrink';
  /** Whether an error on a line that was edited is new. */
  readonly editedIsNew: boolean;
  /** Null where no increase is named: then the other rules decide alone. */
  readonly maxIncrease: Increase | null;
  readonly caps: readonly Cap[];
}

/** Not one new error, no baseline that grew unexplained; fixed errors are told. */
export const DEFAULT_POLICY: GatePolicy = {
  newErrors: 'fail',
  growth: 'fail',
  stale: 'warn',
  editedIsNew: false,
  maxIncrease: null,
  caps: [],
};
