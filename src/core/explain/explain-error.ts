import type { BaselineEntry } from '../baseline/baseline.js';
import { serialiseEntry } from '../baseline/serialise-baseline.js';
import { findClosest } from '../compare/closest-entries.js';
import { describeTier } from '../compare/describe-tier.js';
import { findKnownTwins } from '../compare/equal-errors.js';
import type { ReconciledError } from '../compare/reconciled-error.js';
import { ENGLISH } from '../language/language.js';
import { visibleText } from '../text/visible-text.js';

/** What an explanation looks at beside the error. */
export interface ExplanationContext {
  readonly id: string;
  /** Entries that no error matches. */
  readonly free: readonly BaselineEntry[];
  /** All errors: an entry that another one has explains why this one is left over. */
  readonly errors: readonly ReconciledError[];
}

/** How many near misses are shown. */
const MOST_SHOWN = 3;

/** Says in words why an error is what it is. */
export function explainError(
  { error, status }: ReconciledError,
  { id, free, errors }: ExplanationContext,
): string {
  const place = `${error.path}:${error.start.line}:${error.start.column}`;
  const scope = error.scope === '' ? 'at module level' : `in ${error.scope}`;
  const head = [
    `${place}: ${error.message}  [${error.code}]`,
    `  ${error.text}`,
    `  ${scope}, id ${id}`,
  ];
  if (status.kind !== 'new') {
    const { entry, tier } = status;
    const kind = status.kind === 'accepted' ? 'accepted, and not committed yet' : 'baseline';
    const reason = entry.acceptance?.reason;
    const expires = entry.acceptance?.expires;
    return write([
      ...head,
      `  ${kind}: ${describeTier(tier, ENGLISH)}`,
      `  its entry: ${serialiseEntry(entry)}`,
      ...(reason === undefined ? [] : [`  accepted because: ${reason}`]),
      ...(expires === undefined ? [] : [`  until: ${expires}`]),
    ]);
  }
  const twins = findKnownTwins(error, errors);
  const close = findClosest(error, free, MOST_SHOWN);
  return write([
    ...head,
    '  new: no entry is left for it',
    ...twins
      .slice(0, MOST_SHOWN)
      .map(({ start }) => `  an equal entry belongs to line ${start.line}`),
    ...(close.length === 0 ? ['  and no free entry of the baseline comes near'] : []),
    ...close.flatMap(({ entry, differences, closeness }) => [
      `  came close (${Math.round(closeness * 100)} %), differs in ${differences.join(', ') || 'nothing'}:`,
      `    ${serialiseEntry(entry)}`,
    ]),
  ]);
}

function write(lines: readonly string[]): string {
  return `${lines.map(visibleText).join('\n')}\n\n`;
}
