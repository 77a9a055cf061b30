import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
} from 'vscode-languageserver';
import type { ReconciledError, ReconciledStatus } from '../core/compare/reconciled-error.js';
import { documentationOf } from '../core/error/documentation.js';
import type { LocatedError } from '../core/error/mypy-error.js';
import { FileMemory } from '../core/path/file-memory.js';
import type { ProjectState } from '../project/project-state.js';
import { BASELINE_SOURCE, NEW_SOURCE } from '../protocol/diagnostic-sources.js';
import type { Settings } from '../protocol/settings.js';
import { toRange } from './ranges.js';
import { toUri } from './uris.js';

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

/** What is to be shown of a project: its last complete check, and what blocks the next one. */
export class ShownErrors {
  readonly #settings: ShownSettings;
  #ids: readonly string[] = [];
  readonly #files: FileMemory<ReconciledError, readonly ShownError[]>;

  constructor(settings: ShownSettings) {
    this.#settings = settings;
    // An error's id follows from the errors of its file.
    this.#files = new FileMemory(
      ({ error }) => error.path,
      (errors, indexes) => this.#show(errors, indexes),
    );
  }

  /** By path; the very same list for a file of which nothing changed. */
  list({ result, blockers }: ProjectState): ReadonlyMap<string, readonly ShownError[]> {
    if (this.#settings.diagnostics === 'none') return new Map();
    this.#ids = result?.ids ?? [];
    const errors = result?.reconciliation.errors ?? [];
    const shown = new Map<string, readonly ShownError[]>();
    for (const [path, { value: own }] of this.#files.recall(errors)) {
      if (own.length > 0) shown.set(path, own);
    }
    for (const error of blockers) {
      const blocker = { error, source: NEW_SOURCE, severity: 'error', id: '' } as const;
      shown.set(error.path, [blocker, ...(shown.get(error.path) ?? [])]);
    }
    return shown;
  }

  #show(errors: readonly ReconciledError[], indexes: readonly number[]): readonly ShownError[] {
    return errors.flatMap(({ error, status }, position) => {
      const severity = severityOf(status, this.#settings);
      if (severity === null) return [];
      const source = status.kind === 'new' ? NEW_SOURCE : BASELINE_SOURCE;
      return { error, source, severity, id: this.#ids[indexes[position] ?? -1] ?? '' };
    });
  }
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
