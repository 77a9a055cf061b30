import type { BaselineEntry } from '../baseline/baseline.js';
import type { LocatedError } from '../error/mypy-error.js';
import { type BaselineStatus, NEW } from './comparison.js';
import type { ReconciledError, ReconciledStatus } from './reconciled-error.js';

/** What recognising depends on, beside the errors and what the comparison says of them. */
interface Baselines {
  readonly working: readonly BaselineEntry[];
  /** See `BaselineRelation`. */
  readonly committedOf: ReadonlyMap<number, BaselineEntry>;
}

interface Recognised extends Baselines {
  readonly errors: readonly LocatedError[];
  readonly statuses: readonly BaselineStatus[];
  readonly reconciled: readonly ReconciledError[];
}

/**
 * What the working baseline says of errors. From save to save nearly all errors and statuses are the
 * very same values: the beginning and the end that two lists have in common are taken over.
 */
export class RecognisedErrors {
  #last: Recognised | undefined;

  /** @returns A list of its own, for the caller to change. */
  recognise(
    errors: readonly LocatedError[],
    statuses: readonly BaselineStatus[],
    baselines: Baselines,
  ): ReconciledError[] {
    const last = this.#comparable(baselines);
    const shift = errors.length - (last?.errors.length ?? 0);
    const shared = Math.min(errors.length, last?.errors.length ?? 0);
    const isKnown = (at: number, before: number) =>
      errors[at] === last?.errors[before] && statuses[at] === last?.statuses[before];
    let start = 0;
    while (start < shared && isKnown(start, start)) start++;
    let end = errors.length;
    while (end - shift > start && end > start && isKnown(end - 1, end - 1 - shift)) end--;
    const reconciled = last?.reconciled.slice(0, start) ?? [];
    for (let index = start; index < end; index++) {
      const error = errors[index];
      if (error === undefined) continue;
      reconciled.push({ error, status: recognise(statuses[index], baselines) });
    }
    for (let index = end; index < errors.length; index++) {
      const known = last?.reconciled[index - shift];
      if (known !== undefined) reconciled.push(known);
    }
    this.#last = { ...baselines, errors, statuses, reconciled: [...reconciled] };
    return reconciled;
  }

  #comparable({ working, committedOf }: Baselines): Recognised | undefined {
    const last = this.#last;
    return last?.working === working && last.committedOf === committedOf ? last : undefined;
  }
}

/** What the working baseline says of an error. */
function recognise(
  match: BaselineStatus | undefined,
  { working, committedOf }: Baselines,
): ReconciledStatus {
  const entry = match?.kind === 'baseline' ? working[match.entry] : undefined;
  if (match?.kind !== 'baseline' || entry === undefined) return NEW;
  const { tier } = match;
  return committedOf.has(match.entry)
    ? { kind: 'baseline', tier, entry, restore: false }
    : { kind: 'accepted', tier, entry };
}
