import type { NewErrorsInput } from '../core/agent/agent-input.js';
import type { BaselinePresence } from '../core/baseline/baseline-presence.js';
import type { LocatedError } from '../core/error/mypy-error.js';
import { ENGLISH } from '../core/language/language.js';
import { formatCount } from '../core/number/format-number.js';
import { visibleText } from '../core/text/visible-text.js';
import type { ProjectResult } from '../project/project-state.js';

interface NewError {
  readonly error: LocatedError;
  readonly id: string;
}

/** One or two sentences: how many errors there are, and how many of them are new. */
export function describeCounts({ summary }: ProjectResult, presence: BaselinePresence): string {
  const { current, committed, fixed, new: added } = summary.totals;
  const errors = formatCount(current, 'error');
  if (presence === 'absent')
    return `mypy finds ${errors}. There is no baseline yet, so all of them count as new.`;
  return [
    `mypy finds ${errors}; the baseline has ${ENGLISH.number(committed)}.`,
    added === 0 ? 'None is new.' : `${formatCount(added, 'error')} new.`,
    ...(fixed === 0 ? [] : [`${ENGLISH.number(fixed)} of the baseline fixed.`]),
  ].join(' ');
}

/** The new errors with their lines, notes and ids, file by file. */
export function listNewErrors(
  result: ProjectResult,
  presence: BaselinePresence,
  { path, limit }: NewErrorsInput,
): string {
  const found = findNewErrors(result).filter(({ error }) => isBelow(error.path, path));
  const shown = found.slice(0, limit);
  const place = path === '' ? '' : ` below ${visibleText(path)}`;
  const counts = describeCounts(result, presence);
  if (found.length === 0) return `No new error${place}. ${counts}`;
  const head = `${formatCount(found.length, 'new error')}${place}. ${counts}`;
  const rest = found.length - shown.length;
  return [
    head,
    ...shown.map(describeNewError),
    ...(rest > 0 ? [`and ${ENGLISH.number(rest)} more: ask for one file or folder`] : []),
  ].join('\n\n');
}

function findNewErrors({ reconciliation, ids }: ProjectResult): readonly NewError[] {
  return reconciliation.errors.flatMap(({ error, status }, index) =>
    status.kind === 'new' ? [{ error, id: ids[index] ?? '' }] : [],
  );
}

function describeNewError({ error, id }: NewError): string {
  const { path, start, code, message, text, scope, notes } = error;
  const lines = [
    `${path}:${start.line}:${start.column}: ${message}  [${code}]`,
    `  ${text}`,
    `  ${scope === '' ? 'at module level' : `in ${scope}`}, id ${id}`,
    ...notes.map((note) => `  note: ${note.message}`),
  ];
  return lines.map(visibleText).join('\n');
}

function isBelow(path: string, place: string): boolean {
  return place === '' || path === place || path.startsWith(`${place}/`);
}
