import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Range,
} from 'vscode-languageserver';
import type { ReconciledStatus } from '../core/compare/reconciled-error.js';
import { documentationOf } from '../core/error/documentation.js';
import type { LocatedError, SourceRange } from '../core/error/mypy-error.js';
import type { ProjectState } from '../project/project-state.js';
import type { Settings } from '../protocol/settings.js';
import { toUri } from './uris.js';

/** The sources by which the Problems panel can be filtered. */
export const NEW_SOURCE = 'mypy';
export const BASELINE_SOURCE = 'mypy-baseline';

/** What LSP carries from a diagnostic to its code actions. */
export interface DiagnosticData {
  readonly id: string;
}

export type ShownSettings = Pick<Settings, 'diagnostics' | 'baselineSeverity' | 'focusOnNewErrors'>;

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** An error as it is to be shown. Two that are alike give the same diagnostic. */
export interface ShownError {
  readonly error: LocatedError;
  readonly source: string;
  readonly severity: keyof typeof SEVERITIES;
  /** Empty for what cannot be accepted. */
  readonly id: string;
}

/**
 * What is to be shown of a project, by path: its last complete check, and what blocks the next one.
 */
export function listShownErrors(
  { result, blockers }: ProjectState,
  settings: ShownSettings,
): ReadonlyMap<string, readonly ShownError[]> {
  const byPath = new Map<string, ShownError[]>();
  if (settings.diagnostics === 'none') return byPath;
  const add = (shown: ShownError) => {
    const list = byPath.get(shown.error.path);
    if (list === undefined) byPath.set(shown.error.path, [shown]);
    else list.push(shown);
  };
  for (const error of blockers) add({ error, source: NEW_SOURCE, severity: 'error', id: '' });
  for (const [index, { error, status }] of (result?.reconciliation.errors ?? []).entries()) {
    const severity = severityOf(status, settings);
    if (severity === null) continue;
    const source = status.kind === 'new' ? NEW_SOURCE : BASELINE_SOURCE;
    add({ error, source, severity, id: result?.ids[index] ?? '' });
  }
  return byPath;
}

/** Null for what is not shown. */
function severityOf(
  status: ReconciledStatus,
  { diagnostics, baselineSeverity, focusOnNewErrors }: ShownSettings,
): Settings['baselineSeverity'] | null {
  if (status.kind === 'new') return 'error';
  return focusOnNewErrors || diagnostics === 'new' ? null : baselineSeverity;
}

/** @param root Absolute; errors' paths are relative to it. */
export function toDiagnostic(
  root: string,
  { error, source, severity, id }: ShownError,
): Diagnostic {
  const related = error.notes.map(
    (note): DiagnosticRelatedInformation => ({
      location: { uri: toUri(root, note.path), range: toRange(note.range) },
      message: note.message,
    }),
  );
  return {
    range: toRange(error.range),
    severity: SEVERITIES[severity],
    source,
    message: error.message,
    ...(error.code === ''
      ? {}
      : { code: error.code, codeDescription: { href: documentationOf(error.code) } }),
    ...(related.length === 0 ? {} : { relatedInformation: related }),
    ...(id === '' ? {} : { data: { id } satisfies DiagnosticData }),
  };
}

function toRange(range: SourceRange): Range {
  return {
    start: { line: range.startLine, character: range.startCharacter },
    end: { line: range.endLine, character: range.endCharacter },
  };
}
