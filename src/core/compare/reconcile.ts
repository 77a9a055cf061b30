import type { BaselineEntry } from '../baseline/baseline.js';
import type { LocatedError } from '../error/mypy-error.js';
import { compare } from './compare.js';
import { ComparisonMemory } from './comparison-memory.js';
import { joinKey } from './leftovers.js';
import { RecognisedErrors } from './recognised-errors.js';
import type { ReconciledError } from './reconciled-error.js';
import { isSameEntry } from './same-entry.js';
import { NO_CHANGES, type SourceChanges } from './source-changes.js';

/** All errors of a complete check, held against the working and the committed baseline. */
export interface Reconciliation {
  readonly errors: readonly ReconciledError[];
  /** Indexes of the errors that are new, ascending. */
  readonly newErrors: readonly number[];
  /** Entries of the committed baseline that no error matches any more. */
  readonly fixed: readonly BaselineEntry[];
  /** Indexes into the working baseline's entries: what shrinking removes. */
  readonly stale: ReadonlySet<number>;
  /** Committed entries that the working baseline lost and an error still needs. */
  readonly lost: readonly BaselineEntry[];
}

/** What a reconciliation may take over from the one before it: one memory a comparison. */
export class ReconciliationMemory {
  readonly working = new ComparisonMemory();
  readonly lost = new ComparisonMemory();
  readonly recognised = new RecognisedErrors();
}

/** What else is known when errors are held against both baselines. */
export interface ReconciliationContext {
  /** Of the two baselines, for whoever has it already. */
  readonly relation?: BaselineRelation;
  readonly memory?: ReconciliationMemory;
  /** What was edited since the baselines were written. */
  readonly changes?: SourceChanges;
}

/**
 * An error found in either baseline is baseline. The working one is asked first, as the gate does;
 * what it does not know is then looked for among the entries that it lost since the commit.
 * `committed` is null where there is none: then the working baseline is the measure.
 */
export function reconcile(
  errors: readonly LocatedError[],
  working: readonly BaselineEntry[],
  committed: readonly BaselineEntry[] | null,
  context: ReconciliationContext = {},
): Reconciliation {
  const { memory = new ReconciliationMemory(), changes = NO_CHANGES } = context;
  const { committedOf, lost } = context.relation ?? relateBaselines(working, committed);
  const first = compare(errors, working, { memory: memory.working, changes });
  const reconciled = memory.recognised.recognise(errors, first.statuses, { working, committedOf });
  const unknown = first.newErrors.flatMap((index) => {
    const error = errors[index];
    return error === undefined ? [] : [{ index, error }];
  });
  const second = compare(
    unknown.map(({ error }) => error),
    lost,
    { memory: memory.lost, changes },
  );
  const needed: BaselineEntry[] = [];
  for (const [position, { index, error }] of unknown.entries()) {
    const match = second.statuses[position];
    const entry = match?.kind === 'baseline' ? lost[match.entry] : undefined;
    if (match?.kind !== 'baseline' || entry === undefined) continue;
    needed.push(entry);
    const status = { kind: 'baseline', tier: match.tier, entry, restore: true } as const;
    reconciled[index] = { error, status };
  }
  return {
    errors: reconciled,
    newErrors: second.newErrors.flatMap((position) => unknown[position]?.index ?? []),
    fixed: [
      ...first.fixed.flatMap((index) => committedOf.get(index) ?? []),
      ...second.fixed.flatMap((index) => lost[index] ?? []),
    ],
    stale: new Set(first.fixed),
    lost: needed,
  };
}

/** Which entries of the working baseline were committed, and which the commit has besides. */
export interface BaselineRelation {
  /** For each working entry (by index) that was committed: the committed one. */
  readonly committedOf: ReadonlyMap<number, BaselineEntry>;
  /** Committed entries that stand in the working baseline no more. */
  readonly lost: readonly BaselineEntry[];
}

/**
 * Holds the working baseline against the committed one, entry by entry. Without a committed one the
 * working baseline is the measure. Where nothing changed both are often the same value.
 */
export function relateBaselines(
  working: readonly BaselineEntry[],
  committed: readonly BaselineEntry[] | null,
): BaselineRelation {
  if (committed === null || committed === working) {
    return { committedOf: new Map(working.entries()), lost: [] };
  }
  const same = pairEqual(working, committed);
  const rest = working.flatMap((entry, index) => (same.pairs.has(index) ? [] : [{ entry, index }]));
  const comparison = compare(
    rest.map(({ entry }) => entry),
    same.unpaired,
  );
  const committedOf = new Map(same.pairs);
  for (const [position, { index }] of rest.entries()) {
    const status = comparison.statuses[position];
    const entry = status?.kind === 'baseline' ? same.unpaired[status.entry] : undefined;
    if (entry !== undefined) committedOf.set(index, entry);
  }
  return { committedOf, lost: comparison.fixed.flatMap((index) => same.unpaired[index] ?? []) };
}

/**
 * Pairs equal entries, so that only what differs has to be compared. Acceptances do not count. The
 * beginning and the end that both have in common, mostly all, are paired without a table.
 */
function pairEqual(
  working: readonly BaselineEntry[],
  committed: readonly BaselineEntry[],
): { pairs: Map<number, BaselineEntry>; unpaired: BaselineEntry[] } {
  const pairs = new Map<number, BaselineEntry>();
  const shorter = Math.min(working.length, committed.length);
  let start = 0;
  for (; start < shorter; start++) {
    const entry = committed[start];
    if (!isSameEntry(working[start], entry)) break;
    if (entry !== undefined) pairs.set(start, entry);
  }
  let end = 0;
  for (; end < shorter - start; end++) {
    const index = working.length - 1 - end;
    const entry = committed[committed.length - 1 - end];
    if (!isSameEntry(working[index], entry)) break;
    if (entry !== undefined) pairs.set(index, entry);
  }
  const waiting = new Map<string, number[]>();
  for (let index = start; index < working.length - end; index++) {
    const entry = working[index];
    if (entry === undefined) continue;
    const key = keyOf(entry);
    const indexes = waiting.get(key);
    if (indexes === undefined) waiting.set(key, [index]);
    else indexes.push(index);
  }
  const unpaired: BaselineEntry[] = [];
  for (const entry of committed.slice(start, committed.length - end)) {
    const index = waiting.get(keyOf(entry))?.shift();
    if (index === undefined) unpaired.push(entry);
    else pairs.set(index, entry);
  }
  return { pairs, unpaired };
}

function keyOf({ path, code, scope, message, text }: BaselineEntry): string {
  return joinKey(path, code, scope, message, text);
}
