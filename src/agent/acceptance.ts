import type { AcceptErrorsInput } from '../core/agent/agent-input.js';
import { firstLines } from '../core/agent/first-lines.js';
import { ENGLISH } from '../core/language/language.js';
import { formatCount } from '../core/number/format-number.js';
import { visibleText } from '../core/text/visible-text.js';
import type { ProjectResult } from '../project/project-state.js';

/**
 * What a person is asked before errors are accepted for an assistant; undefined where none of the ids
 * is a new error's.
 */
export function askForAcceptance(
  { reconciliation, ids }: ProjectResult,
  { ids: wanted, reason }: AcceptErrorsInput,
): string | undefined {
  const named = new Set(wanted);
  const lines = reconciliation.errors.flatMap(({ error, status }, index) => {
    if (status.kind !== 'new' || !named.has(ids[index] ?? '')) return [];
    return `${error.path}:${error.start.line}: ${visibleText(error.message)}`;
  });
  if (lines.length === 0) return undefined;
  return [
    `An assistant asks to accept ${formatCount(lines.length, 'new error')} into the baseline.`,
    `Its reason: ${visibleText(reason)}`,
    ...firstLines(lines, ENGLISH),
  ].join('\n');
}
