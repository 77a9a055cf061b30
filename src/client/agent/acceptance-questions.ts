import { formatNumber } from '../../core/number/format-number.js';
import type { ErrorItem, ProjectId, ProjectSnapshot } from '../../protocol/messages.js';

/** What a person is asked before a project's errors are accepted for an assistant. */
export interface AcceptanceQuestion {
  readonly project: ProjectId;
  readonly errors: readonly ErrorItem[];
  /** The first of the errors, one a line. */
  readonly detail: string;
}

/** Enough for a person to see what is meant. */
const MOST_SHOWN = 5;

/** One question for each project that has new errors of these ids. */
export function acceptanceQuestions(
  snapshots: readonly ProjectSnapshot[],
  ids: readonly string[],
): readonly AcceptanceQuestion[] {
  const named = new Set(ids);
  return snapshots.flatMap(({ project, result }) => {
    const errors = (result?.newErrors ?? []).filter(({ id }) => named.has(id));
    if (errors.length === 0) return [];
    const shown = errors.slice(0, MOST_SHOWN).map(describe);
    const rest = errors.length - shown.length;
    const more = rest > 0 ? [`and ${formatNumber(rest)} more`] : [];
    return [{ project, errors, detail: [...shown, ...more].join('\n') }];
  });
}

/** Lines are 0-based where LSP counts, and 1-based where people do. */
function describe({ path, line, message }: ErrorItem): string {
  return `${path}:${line + 1}: ${message}`;
}
