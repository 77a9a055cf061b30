import type { BaselineEntry } from '../baseline/baseline.js';
import { categorise } from '../category/categorise.js';
import type { Reconciliation } from '../compare/reconcile.js';
import type { ReconciledStatus } from '../compare/reconciled-error.js';
import type { MypyError } from '../error/mypy-error.js';
import type { Phrase } from '../language/language.js';
import type { Cap, CapPart, GatePolicy, Increase, Strictness } from './gate-policy.js';
import { hasReason, isExpired } from './growth.js';
import type { Finding, Verdict } from './verdict.js';

/** The baseline of the commit that a change is measured from. */
export type GateBase =
  /** `added` are the entries that joined since, from `findAdded`. */
  | {
      readonly kind: 'found';
      /** As it was asked for, `origin/main`. */
      readonly name: string;
      readonly total: number;
      readonly added: readonly BaselineEntry[];
    }
  /** There is none yet: this change brings the first baseline. */
  | { readonly kind: 'first' }
  | { readonly kind: 'unchecked'; readonly why: Phrase };

/** What the gate looks at. */
export interface GateInput {
  readonly reconciliation: Reconciliation;
  /** Errors beside those, each of which every baseline knows. */
  readonly unchanged: readonly MypyError[];
  /** The size of the baseline file on disk. */
  readonly baselineTotal: number;
  /** Its path relative to the root, where the file is gone and the commit still has it. */
  readonly deletedFile: string | null;
  readonly base: GateBase;
  /** ISO date, `2026-11-24`. */
  readonly today: string;
}

/** Holds a complete check against what a team asks for. */
export function judgeGate(input: GateInput, policy: GatePolicy): Verdict {
  const failures: Finding[] = [];
  const warnings: Finding[] = [];
  const add = (strictness: Strictness, finding: Finding) => {
    if (strictness === 'fail') failures.push(finding);
    if (strictness === 'warn') warnings.push(finding);
  };
  const { errors, stale } = input.reconciliation;
  const found = errors.filter(({ status }) => isNew(status, input.today, policy));
  if (found.length > 0) {
    const expired = found.filter(({ status }) => hasRunOut(status, input.today)).length;
    add(policy.newErrors, { kind: 'new-errors', count: found.length, expired });
  }
  const lost = errors.filter(({ status }) => status.kind === 'baseline' && status.restore).length;
  if (lost > 0) {
    add('fail', { kind: 'lost-entries', count: lost, deletedFile: input.deletedFile });
  }
  for (const finding of judgeGrowth(input.base)) add(policy.growth, finding);
  for (const finding of judgeSize(input, policy)) add('fail', finding);
  const isStale = stale.size > 0 && policy.stale === 'fail';
  if (stale.size > 0 && policy.stale === 'warn') {
    warnings.push({ kind: 'stale-entries', count: stale.size });
  }
  const kind = failures.length > 0 ? 'regressions' : isStale ? 'stale' : 'pass';
  if (isStale) failures.push({ kind: 'stale-entries', count: stale.size });
  return { kind, failures, warnings };
}

/** Whether the gate takes an error for new: unknown, run out, or edited where that is asked for. */
export function isNew(status: ReconciledStatus, today: string, policy: GatePolicy): boolean {
  if (status.kind === 'new' || hasRunOut(status, today)) return true;
  return policy.editedIsNew && status.tier === 'edited';
}

function hasRunOut(status: ReconciledStatus, today: string): boolean {
  return status.kind !== 'new' && isExpired(status.entry, today);
}

function judgeGrowth(base: GateBase): readonly Finding[] {
  if (base.kind === 'first') return [];
  if (base.kind === 'unchecked') return [{ kind: 'growth-unchecked', why: base.why }];
  const count = base.added.filter((entry) => !hasReason(entry)).length;
  return count === 0 ? [] : [{ kind: 'baseline-grown', count, base: base.name }];
}

function judgeSize(
  { reconciliation, unchanged, base, baselineTotal }: GateInput,
  { maxIncrease, caps }: GatePolicy,
): readonly Finding[] {
  if (maxIncrease === null && caps.length === 0) return [];
  const errors = [...reconciliation.errors.map(({ error }) => error), ...unchanged];
  const findings: Finding[] = [];
  if (maxIncrease !== null) {
    // The baseline of a branch may have grown already: the base's is the measure where it is known.
    const committed = base.kind === 'found' ? base.total : baselineTotal;
    const allowed = committed + increaseOf(maxIncrease, committed);
    const current = errors.length;
    if (current > allowed)
      findings.push({ kind: 'increase-exceeded', current, committed, allowed });
  }
  for (const { part, max } of caps) {
    const current = countPart(errors, part);
    if (current > max) findings.push({ kind: 'cap-exceeded', part, current, max });
  }
  return findings;
}

function increaseOf(increase: Increase, committed: number): number {
  return increase.kind === 'count'
    ? increase.count
    : Math.floor((committed * increase.percent) / 100);
}

function countPart(errors: readonly MypyError[], part: Cap['part']): number {
  return errors.filter((error) => belongsTo(error, part)).length;
}

function belongsTo({ path, code, message }: MypyError, part: CapPart): boolean {
  switch (part.kind) {
    case 'total':
      return true;
    case 'category':
      return categorise(code, message) === part.category;
    case 'code':
      return code === part.code;
    case 'directory':
      return part.path === '' || part.path === '.' || path.startsWith(`${part.path}/`);
  }
}
