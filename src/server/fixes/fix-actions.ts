import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type TextEdit,
} from 'vscode-languageserver';
import type { LocatedError } from '../../core/error/mypy-error.js';
import { type Fix, type TextEdit as FixEdit, isPreferred } from '../../core/fix/fix.js';
import type { Language } from '../../core/language/language.js';
import { toRange } from '../ranges.js';

/** A file in which quick fixes are asked for. */
export interface FixedDocument {
  readonly uri: string;
  /** Relative to the project root. */
  readonly path: string;
  /** As the editor has it; undefined for what is on disk. */
  readonly text: string | undefined;
}

/** An error that the editor shows, by its diagnostic. */
export interface DiagnosedError {
  readonly diagnostic: Diagnostic;
  readonly error: LocatedError;
}

/** Quick fixes for the diagnostics under the cursor: those that mypy suggests, and those that silence. */
export interface FixActions {
  readonly remedies: readonly CodeAction[];
  readonly ignores: readonly CodeAction[];
}

/**
 * The quick fixes for errors of one file.
 *
 * @param findFixes Finds what can be done about some of them together.
 */
export function toFixActions(
  uri: string,
  diagnosed: readonly DiagnosedError[],
  findFixes: (errors: readonly LocatedError[]) => readonly Fix[],
  language: Language,
): FixActions {
  const single = diagnosed.flatMap(({ diagnostic, error }) =>
    findFixes([error]).map((fix) => toAction(uri, fix, [diagnostic], language)),
  );
  // Several errors of one line can have one comment.
  const together = findFixes(diagnosed.map(({ error }) => error))
    .filter((fix) => fix.kind === 'ignore' && fix.errors.length > 1)
    .map((fix) =>
      toAction(
        uri,
        fix,
        diagnosed.map(({ diagnostic }) => diagnostic),
        language,
      ),
    );
  const all = withoutRepeated([...single, ...together]);
  return {
    remedies: all.filter(({ kind }) => kind !== 'ignore').map(({ action }) => action),
    ignores: all.filter(({ kind }) => kind === 'ignore').map(({ action }) => action),
  };
}

interface KindOfAction {
  readonly kind: Fix['kind'];
  readonly action: CodeAction;
}

function toAction(
  uri: string,
  fix: Fix,
  diagnostics: readonly Diagnostic[],
  language: Language,
): KindOfAction {
  const action: CodeAction = {
    title: language.express(fix.title),
    kind: CodeActionKind.QuickFix,
    diagnostics: [...diagnostics],
    edit: { changes: { [uri]: fix.edits.map(toTextEdit) } },
    ...(isPreferred(fix) ? { isPreferred: true } : {}),
  };
  return { kind: fix.kind, action };
}

/** Two errors of one code on one line have one fix. */
function withoutRepeated(actions: readonly KindOfAction[]): readonly KindOfAction[] {
  const seen = new Set<string>();
  return actions.filter(({ action }) => {
    const name = JSON.stringify([action.title, action.edit]);
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

function toTextEdit({ range, newText }: FixEdit): TextEdit {
  return { range: toRange(range), newText };
}
