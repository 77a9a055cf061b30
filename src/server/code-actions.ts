import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import { isRecord } from '../core/json/is-record.js';
import type { Language } from '../core/language/language.js';
import type { ProjectState } from '../project/project-state.js';
import { NEW_SOURCE } from '../protocol/diagnostic-sources.js';
import { ACCEPT_ERRORS_COMMAND, type AcceptErrorsArguments } from '../protocol/messages.js';

/**
 * The quick fixes for the diagnostics under the cursor. None is preferred: a baseline grows only by
 * a person's choice.
 */
export function toCodeActions(
  project: string,
  path: string,
  state: ProjectState,
  diagnostics: readonly Diagnostic[],
  language: Language,
): readonly CodeAction[] {
  if (state.presence === 'absent' || state.presence === 'unusable') return [];
  const everywhere = newIdsOf(state, () => true);
  // A file of several projects has errors of each.
  const own = diagnostics.flatMap((diagnostic) => {
    const id = diagnostic.source === NEW_SOURCE ? idOf(diagnostic) : undefined;
    return id === undefined || !everywhere.includes(id) ? [] : [{ diagnostic, id }];
  });
  if (own.length === 0) return [];
  const inFile = newIdsOf(state, (candidate) => candidate === path);
  const single = own.map(({ diagnostic, id }) => ({
    ...acceptAction(language.say('Accept into the baseline: {0}', labelOf(diagnostic)), {
      project,
      ids: [id],
    }),
    diagnostics: [diagnostic],
  }));
  const several = (title: string, ids: readonly string[]) =>
    ids.length > 1 ? [acceptAction(title, { project, ids })] : [];
  return [
    ...single,
    ...several(
      language.say(
        'Accept all {0} new errors in this file into the baseline',
        language.number(inFile.length),
      ),
      inFile,
    ),
    ...(everywhere.length > inFile.length
      ? several(
          language.say(
            'Accept all {0} new errors into the baseline',
            language.number(everywhere.length),
          ),
          everywhere,
        )
      : []),
  ];
}

function acceptAction(title: string, args: AcceptErrorsArguments): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    command: { title, command: ACCEPT_ERRORS_COMMAND, arguments: [args] },
  };
}

function newIdsOf({ result }: ProjectState, matches: (path: string) => boolean): readonly string[] {
  if (result === null) return [];
  return result.reconciliation.errors.flatMap(({ error, status }, index) =>
    status.kind === 'new' && matches(error.path) ? (result.ids[index] ?? []) : [],
  );
}

/** The error of a diagnostic; undefined for what cannot be accepted. */
export function idOf({ data }: Diagnostic): string | undefined {
  const id = isRecord(data) ? data['id'] : undefined;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function labelOf({ code, message }: Diagnostic): string {
  if (code !== undefined) return String(code);
  return typeof message === 'string' ? message : message.value;
}
