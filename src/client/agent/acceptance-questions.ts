import { firstLines } from '../../core/agent/first-lines.js';
import type { Language } from '../../core/language/language.js';
import type { ErrorItem, ProjectId, ProjectSnapshot } from '../../protocol/messages.js';

/** What a person is asked before a project's errors are accepted for an assistant. */
export interface AcceptanceQuestion {
  readonly project: ProjectId;
  readonly errors: readonly ErrorItem[];
  /** The first of the errors, one a line. */
  readonly detail: string;
}

/** One question for each project that has new errors of these ids. */
export function acceptanceQuestions(
  snapshots: readonly ProjectSnapshot[],
  ids: readonly string[],
  language: Language,
): readonly AcceptanceQuestion[] {
  const named = new Set(ids);
  return snapshots.flatMap(({ project, result }) => {
    const errors = (result?.newErrors ?? []).filter(({ id }) => named.has(id));
    if (errors.length === 0) return [];
    return [{ project, errors, detail: firstLines(errors.map(describe), language).join('\n') }];
  });
}

/** Lines are 0-based where LSP counts, and 1-based where people do. */
function describe({ path, line, message }: ErrorItem): string {
  return `${path}:${line + 1}: ${message}`;
}
