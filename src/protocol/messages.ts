import type { AgentAnswer, AskingTool } from '../core/agent/agent-tools.js';
import type { BaselinePresence } from '../core/baseline/baseline-presence.js';
import type { CategoryId } from '../core/category/category.js';
import type { ShownAuthority } from '../core/check/check-run.js';
import type { ProjectActivity } from '../core/check/project-activity.js';
import type { BaselineCounts, CategorySummary } from '../core/counts/counts.js';
import type { LanguageOptions } from '../core/language/language.js';
import type { ChosenPython } from '../core/problem/problem.js';
import type { ProblemText } from '../core/problem/problem-text.js';

/**
 * The messages between the language server and the extension, beyond LSP's own. Every name is here
 * and nowhere else; both sides build their typed requests from these descriptors.
 */
export interface RequestDescriptor<Params, Result> {
  readonly method: string;
  /** Never set: carries the types. */
  readonly types?: { readonly params: Params; readonly result: Result };
}

export interface NotificationDescriptor<Params> {
  readonly method: string;
  /** Never set: carries the type. */
  readonly types?: { readonly params: Params };
}

/** Identifies one project: the URI of its root folder. */
export type ProjectId = string;

/** A problem as the person reads it, with the button that does something about it. */
export interface ShownProblem extends ProblemText {
  readonly severity: 'error' | 'warning';
}

/** An error that is new, whole, so that the editor can walk through them without asking. */
export interface ErrorItem {
  /** Stable while the error stays the same; see `errorKey`. */
  readonly id: string;
  readonly uri: string;
  /** Relative to the project root. */
  readonly path: string;
  /** 0-based, UTF-16. */
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
  readonly code: string;
  readonly category: CategoryId;
  readonly scope: string;
  readonly message: string;
  /** `accepted`: in the working baseline and not in the committed one. */
  readonly status: 'new' | 'accepted' | 'baseline';
}

/** All that the extension knows of a project. Sent whole whenever anything of it changes. */
export interface ProjectSnapshot {
  readonly project: ProjectId;
  readonly name: string;
  /** The folder to which paths are relative: mypy's configuration may lie above the project's. */
  readonly rootUri: string;
  /** Absolute path of the baseline file, whether it is there or not. */
  readonly baselinePath: string;
  readonly activity: ProjectActivity;
  readonly presence: BaselinePresence;
  /** `mypy 2.4.1 (Python 3.11), prewarmed`; null before one was found. */
  readonly checker: string | null;
  /** Absolute path of the Python that runs mypy; null before one was found. */
  readonly interpreter: string | null;
  /** null before the first complete check. */
  readonly result: ProjectResult | null;
  /** Whether something changed since {@link result} was found, and no check follows by itself. */
  readonly isOutdated: boolean;
  /** The revision whose baseline the counts are against; null for the commit that is checked out. */
  readonly comparedWith: string | null;
  /** Why {@link result} is not of now; null when it is. */
  readonly stale: ShownProblem | null;
  /** Everything else the person should know. */
  readonly problems: readonly ShownProblem[];
}

/** What a project is doing, and what there is to say of that. */
export interface ShownActivity extends Pick<ProjectSnapshot, 'activity' | 'problems'> {
  readonly project: ProjectId;
}

/** The last complete check, compared. */
export interface ProjectResult {
  /** Epoch milliseconds. */
  readonly checkedAt: number;
  readonly durationMs: number;
  /**
   * Whether plain mypy found the errors, or its daemon did and plain mypy is still to be asked;
   * `baseline` where nothing was checked and the baseline file is shown.
   */
  readonly authority: ShownAuthority | 'baseline';
  readonly totals: BaselineCounts;
  readonly categories: readonly CategorySummary[];
  readonly newErrors: readonly ErrorItem[];
  /** By path, whom CODEOWNERS names for a file with errors; files that nobody owns are left out. */
  readonly owners: Readonly<Record<string, readonly string[]>>;
}

/** Which errors of a file are asked for: all, or those of a category or a code. */
export interface ErrorsParams {
  readonly project: ProjectId;
  readonly path: string;
  readonly category?: CategoryId;
  readonly code?: string;
}

/** What a person's command came to. `problem` is set when nothing was done. */
export interface CommandOutcome {
  /** One sentence for the person. */
  readonly message: string;
  readonly done: boolean;
}

/** client → server. A new snapshot of every project follows. */
export const CheckRequest: RequestDescriptor<{ project?: ProjectId }, null> = {
  method: 'mypyRatchet/check',
};
/** client → server. Stops every process, looks for the interpreter again, checks from the start. */
export const RestartRequest: RequestDescriptor<{ project?: ProjectId }, null> = {
  method: 'mypyRatchet/restart',
};
/** client → server. Checks, then writes the file that was not there. */
export const CreateBaselineRequest: RequestDescriptor<{ project: ProjectId }, CommandOutcome> = {
  method: 'mypyRatchet/createBaseline',
};
/** client → server. Accepts all that is new, drops what is fixed, takes this environment. */
export const UpdateBaselineRequest: RequestDescriptor<
  { project: ProjectId; reason?: string },
  CommandOutcome
> = { method: 'mypyRatchet/updateBaseline' };
/** client → server. Drops what is fixed. */
export const ShrinkBaselineRequest: RequestDescriptor<{ project: ProjectId }, CommandOutcome> = {
  method: 'mypyRatchet/shrinkBaseline',
};
/** client → server. Accepts these new errors, by `ErrorItem.id`. An assistant is told in English. */
export const AcceptErrorsRequest: RequestDescriptor<
  { project: ProjectId; ids: readonly string[]; reason?: string; forAssistant?: boolean },
  CommandOutcome
> = { method: 'mypyRatchet/acceptErrors' };
/** client → server. Removes conflict markers and doubled headers, keeping every entry. */
export const RepairBaselineRequest: RequestDescriptor<{ project: ProjectId }, CommandOutcome> = {
  method: 'mypyRatchet/repairBaseline',
};
/** client → server, when a file of the tree is opened. */
export const ErrorsRequest: RequestDescriptor<ErrorsParams, readonly ErrorItem[]> = {
  method: 'mypyRatchet/errors',
};
/** client → server. An assistant asks one of the tools that change nothing, of all projects. */
export const AgentRequest: RequestDescriptor<{ tool: AskingTool; input: unknown }, AgentAnswer> = {
  method: 'mypyRatchet/agent',
};
/** server → client. What was chosen in other extensions for a folder, the strongest choice first. */
export const InterpreterRequest: RequestDescriptor<{ folderUri: string }, readonly ChosenPython[]> =
  {
    method: 'mypyRatchet/interpreter',
  };
/** client → server. Another extension's choice changed, for all folders where none is named. */
export const InterpreterChanged: NotificationDescriptor<{ folderUri: string | null }> = {
  method: 'mypyRatchet/interpreterChanged',
};
/** server → client. */
export const ProjectChanged: NotificationDescriptor<ProjectSnapshot> = {
  method: 'mypyRatchet/projectChanged',
};
/** server → client. Of the last snapshot only this is another by now. */
export const ActivityChanged: NotificationDescriptor<ShownActivity> = {
  method: 'mypyRatchet/activityChanged',
};
/** server → client. The project's folder was closed. */
export const ProjectRemoved: NotificationDescriptor<{ project: ProjectId }> = {
  method: 'mypyRatchet/projectRemoved',
};

/** The command behind the quick fixes; its argument is {@link AcceptErrorsArguments}. */
export const ACCEPT_ERRORS_COMMAND = 'mypyRatchet.acceptErrors';

export interface AcceptErrorsArguments {
  readonly project: ProjectId;
  readonly ids: readonly string[];
}

/** What the client tells the server once, as LSP's `initializationOptions`. */
export interface InitializationOptions {
  /** Absolute folder for mypy's private caches, outside the workspace. */
  readonly storageFolder: string;
  /** What the server says to a person is said in this language. */
  readonly language: LanguageOptions;
}
