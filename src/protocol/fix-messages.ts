import type { CategoryId } from '../core/category/category.js';
import type { FixChoice, FixKind, TextEdit } from '../core/fix/fix.js';
import type { ErrorItem, ProjectId, RequestDescriptor } from './messages.js';

/** The errors that are to be fixed. */
export type FixScope =
  | { readonly kind: 'all' }
  /** By `ErrorItem.id`. */
  | { readonly kind: 'errors'; readonly ids: readonly string[] }
  /** Those that a row of the tree counts. */
  | { readonly kind: 'cells'; readonly cells: readonly ErrorCell[] };

/** The errors of one category and code in one file. */
export interface ErrorCell {
  readonly category: CategoryId;
  readonly code: string;
  /** Relative to the project root. */
  readonly path: string;
}

/** Why there is no answer, as a sentence. */
export interface FixRefusal {
  readonly kind: 'refused';
  readonly message: string;
}

export type FixChoices =
  | {
      readonly kind: 'choices';
      readonly choices: readonly FixChoice[];
      /** How many errors were looked at. */
      readonly errors: number;
    }
  | FixRefusal;

/** Fixes that mypy has proved, to be looked at and made in the editor. */
export interface FixProposal {
  readonly kind: 'proposal';
  /** For {@link VerifyFixesRequest}. */
  readonly id: number;
  readonly files: readonly ProposedFile[];
  /** What was left out, a line each. */
  readonly dropped: readonly string[];
}

export interface ProposedFile {
  readonly uri: string;
  /** Relative to the project root. */
  readonly path: string;
  /** The text that the edits are for, with lines ended by LF and without a byte order mark. */
  readonly digest: string;
  readonly fixes: readonly ProposedFix[];
}

export interface ProposedFix {
  /** Unique within the proposal. */
  readonly id: number;
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** What the check after some fixes says of them. */
export type FixVerdict =
  | {
      readonly kind: 'checked';
      /** How many errors are gone that the fixes were to clear. */
      readonly gone: number;
      readonly remained: number;
      /** Errors that were not there before. */
      readonly caused: readonly CausedItem[];
      /** By `ProposedFix.id`: those whose errors are there still, or that seem to make new ones. */
      readonly unhelpful: readonly number[];
    }
  | FixRefusal;

/** Where a new error is. */
export type CausedItem = Pick<ErrorItem, 'uri' | 'path' | 'line' | 'message' | 'code'>;

/** client → server. What can be done about errors, without asking mypy. */
export const FixChoicesRequest: RequestDescriptor<
  { project: ProjectId; scope: FixScope },
  FixChoices
> = { method: 'mypyRatchet/fixChoices' };
/** client → server. Has mypy prove the fixes of a kind; may be cancelled. */
export const ProveFixesRequest: RequestDescriptor<
  { project: ProjectId; scope: FixScope; fix: FixKind },
  FixProposal | FixRefusal
> = { method: 'mypyRatchet/proveFixes' };
/** client → server, when fixes of a proposal (by their ids) were made and saved. */
export const VerifyFixesRequest: RequestDescriptor<
  { project: ProjectId; proposal: number; made: readonly number[] },
  FixVerdict
> = { method: 'mypyRatchet/verifyFixes' };
