import { URI } from 'vscode-uri';
import { categorise } from '../core/category/categorise.js';
import { findSlowness } from '../core/check/slow-check.js';
import type { MypyError } from '../core/error/mypy-error.js';
import type { Language } from '../core/language/language.js';
import { describeRetry } from '../core/problem/describe-check.js';
import { describeProblem } from '../core/problem/describe-problem.js';
import type { Problem } from '../core/problem/problem.js';
import type { BranchState } from '../project/branch/branch-state.js';
import type { ProjectState, ProjectResult as Result } from '../project/project-state.js';
import type {
  ErrorItem,
  ErrorsParams,
  ProjectResult,
  ProjectSnapshot,
  ShownProblem,
} from '../protocol/messages.js';
import type { FileOwners } from './file-owners.js';
import { toUri } from './uris.js';

/** What the snapshot says of a project beside its state. */
export interface ProjectIdentity {
  /** The URI of the folder. */
  readonly id: string;
  readonly name: string;
  readonly root: string;
  readonly baselinePath: string;
  readonly owners: FileOwners;
}

/** A project as the extension sees it, counted against the base of its branch if there is one. */
export function toSnapshot(
  identity: ProjectIdentity,
  state: ProjectState,
  branch: BranchState,
  language: Language,
): ProjectSnapshot {
  const { environment, engine, result } = state;
  return {
    project: identity.id,
    name: identity.name,
    rootUri: URI.file(identity.root).toString(),
    baselinePath: identity.baselinePath,
    activity: state.activity,
    presence: state.presence,
    checker:
      environment === null
        ? null
        : `mypy ${environment.mypyVersion} (Python ${environment.pythonVersion}), ${engine}`,
    interpreter: environment?.interpreter ?? null,
    result: result === null ? null : toResult(identity, result, state, branch),
    isOutdated: state.isOutdated,
    comparedWith: branch.kind === 'compared' ? branch.name : null,
    stale: state.stale === null ? null : toStale(state.stale, state.retryAfterMs, language),
    problems: toProblems(state, language),
  };
}

/** All that the person should know beside why there is no result of now. */
export function toProblems(
  { activity, problems }: Pick<ProjectState, 'activity' | 'problems'>,
  language: Language,
): readonly ShownProblem[] {
  return [...toList(findSlowness(activity)), ...problems].map((problem) =>
    toShown(problem, language),
  );
}

/** The errors below one file of the tree, new ones first, then in source order. */
export function listErrors(
  root: string,
  { result }: ProjectState,
  row: ErrorsParams,
): readonly ErrorItem[] {
  if (result === null) return [];
  return result.reconciliation.errors
    .flatMap(({ error }, index) => (isBelow(row, error) ? toItem(root, result, index) : []))
    .sort((a, b) => Number(b.status === 'new') - Number(a.status === 'new') || a.line - b.line);
}

/** Whether an error or an entry is below a file of the tree. */
export function isBelow(
  { category, code, path }: ErrorsParams,
  error: Pick<MypyError, 'code' | 'message' | 'path'>,
): boolean {
  return (
    error.path === path &&
    (code === undefined || error.code === code) &&
    (category === undefined || categorise(error.code, error.message) === category)
  );
}

function toResult(
  { root, owners }: ProjectIdentity,
  result: Result,
  { presence }: ProjectState,
  branch: BranchState,
): ProjectResult {
  const summary = branch.kind === 'compared' ? branch.comparison.summary : result.summary;
  const hasBaseline = presence === 'committed' || presence === 'uncommitted';
  return {
    checkedAt: result.checkedAt,
    durationMs: result.durationMs,
    authority: result.authority,
    totals: summary.totals,
    categories: summary.categories,
    owners: owners.list(summary.categories),
    newErrors: hasBaseline ? listNew(root, result) : [],
  };
}

function listNew(root: string, result: Result): readonly ErrorItem[] {
  return result.reconciliation.newErrors.flatMap((index) => toItem(root, result, index));
}

function toItem(root: string, result: Result, index: number): readonly ErrorItem[] {
  const reconciled = result.reconciliation.errors[index];
  if (reconciled === undefined) return [];
  const { error, status } = reconciled;
  const item: ErrorItem = {
    id: result.ids[index] ?? '',
    uri: toUri(root, error.path),
    path: error.path,
    line: error.range.startLine,
    character: error.range.startCharacter,
    endLine: error.range.endLine,
    endCharacter: error.range.endCharacter,
    code: error.code,
    category: categorise(error.code, error.message),
    scope: error.scope,
    message: error.message,
    status: status.kind,
  };
  return [item];
}

function toStale(problem: Problem, retryAfterMs: number | null, language: Language): ShownProblem {
  const shown = toShown(problem, language);
  if (retryAfterMs === null) return shown;
  const sentence = /[.!?…]$/.test(shown.message) ? shown.message : `${shown.message}.`;
  return { ...shown, message: `${sentence} ${describeRetry(retryAfterMs, language)}` };
}

function toList<Item>(item: Item | null): readonly Item[] {
  return item === null ? [] : [item];
}

/** Kinds that keep the picture from being right; the others are worth knowing. */
const ERRORS: ReadonlySet<Problem['kind']> = new Set<Problem['kind']>([
  'no-interpreter',
  'check-failed',
  'folder-gone',
  'check-broken',
  'baseline-unreadable',
  'baseline-malformed',
  'baseline-conflicted',
  'baseline-newer',
  'baseline-not-written',
]);

function toShown(problem: Problem, language: Language): ShownProblem {
  return {
    ...describeProblem(problem, language),
    severity: ERRORS.has(problem.kind) ? 'error' : 'warning',
  };
}
