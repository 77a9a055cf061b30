import { basename } from 'node:path';
import type { BaselineEntry } from '../core/baseline/baseline.js';
import { compareEntries } from '../core/baseline/byte-order.js';
import { categorise } from '../core/category/categorise.js';
import { type Reconciliation, reconcile } from '../core/compare/reconcile.js';
import type { ReconciledStatus } from '../core/compare/reconciled-error.js';
import { type Summary, summarise } from '../core/counts/summarise.js';
import type { GatePolicy } from '../core/gate/gate-policy.js';
import { findAdded } from '../core/gate/growth.js';
import { type GateBase, isNew, judgeGate } from '../core/gate/judge-gate.js';
import type { Verdict } from '../core/gate/verdict.js';
import { phrase } from '../core/language/language.js';
import type {
  AddedEntry,
  Report,
  ReportBase,
  ReportedError,
  SourceLink,
} from '../core/report/report.js';
import { EntryOrigins } from './branch/entry-origins.js';
import { type OutlookFacts, toOutlook, toTrend } from './outlook.js';
import { type ProjectLocation, placeInRepository } from './project-location.js';
import type { ProjectResult, ProjectState } from './project-state.js';
import type { BaseBaseline } from './read-base.js';

/** What a report needs beside a complete check. */
export interface ReportRequest {
  readonly location: ProjectLocation;
  readonly policy: GatePolicy;
  readonly base: BaseBaseline;
  /** ISO date, `2026-11-24`, of the person's own day. */
  readonly today: string;
  /** Of Mypy Ratchet. */
  readonly version: string;
  /** For the trend and the outlook; null where neither is wanted. */
  readonly facts: OutlookFacts | null;
  readonly sourceLink: SourceLink | null;
  /** Whether errors that were always in the baseline are listed too, beside being counted. */
  readonly listsAll: boolean;
}

/** Judges a complete check and gathers all that any output format may say of it. */
export async function reportCheck(
  { problems }: ProjectState,
  result: ProjectResult,
  request: ReportRequest,
): Promise<Report> {
  const { location, base, facts } = request;
  const { reconciliation, entries } = result;
  // Versions of a baseline that say the same are the same value (BaselineMemory).
  const isChanged = base.kind === 'found' && base.entries !== entries;
  const added = isChanged ? findAdded(entries, base.entries) : [];
  const counted = countAgainst(base, result);
  return {
    version: request.version,
    project: basename(location.root),
    ...placeInRepository(location),
    environment: result.environment,
    checkedAt: result.checkedAt,
    durationMs: result.durationMs,
    verdict: judge(result, request, added),
    base: toReportBase(base),
    summary: counted.summary,
    errors: listErrors(reconciliation, result.ids, new Set(added), request),
    fixed: counted.reconciliation.fixed,
    added: await nameAuthors(added, location, base),
    problems,
    trend: facts === null ? [] : toTrend(facts.history),
    outlook: facts === null ? null : toOutlook(facts, location, counted.summary, result),
    sourceLink: request.sourceLink,
  };
}

function judge(
  { reconciliation, unchanged, entries, isFileDeleted }: ProjectResult,
  { location, policy, base, today }: ReportRequest,
  added: readonly BaselineEntry[],
): Verdict {
  const { baselinePath } = placeInRepository(location);
  const input = {
    reconciliation,
    unchanged,
    baselineTotal: entries.length,
    deletedFile: isFileDeleted ? baselinePath : null,
    today,
  };
  return judgeGate({ ...input, base: toGateBase(base, added) }, policy);
}

function toGateBase(base: BaseBaseline, added: readonly BaselineEntry[]): GateBase {
  switch (base.kind) {
    case 'found':
      return { kind: 'found', name: base.name, total: base.entries.length, added };
    case 'absent':
    case 'none':
      return { kind: 'first' };
    case 'unknown':
      return { kind: 'unchecked', why: base.why };
  }
}

function toReportBase(base: BaseBaseline): ReportBase {
  switch (base.kind) {
    case 'found':
      return { kind: 'commit', name: base.name, commit: base.commit };
    case 'absent':
      return { kind: 'baseline', why: phrase('there is no baseline at {0}', base.name) };
    case 'none':
    case 'unknown':
      return { kind: 'baseline', why: base.why };
  }
}

/** The counts against the base, where there is one: that is what a change is asked about. */
function countAgainst(
  base: BaseBaseline,
  { reconciliation, unchanged, summary, entries, committed, changes }: ProjectResult,
): { readonly reconciliation: Reconciliation; readonly summary: Summary } {
  if (base.kind !== 'found' || base.entries === committed) return { reconciliation, summary };
  const errors = reconciliation.errors.map(({ error }) => error);
  const aside = new Set(unchanged.map(({ path }) => path));
  const rest = (list: readonly BaselineEntry[]) => list.filter(({ path }) => !aside.has(path));
  const against = reconcile(errors, rest(entries), rest(base.entries), { changes });
  return { reconciliation: against, summary: summarise(against, unchanged) };
}

function listErrors(
  { errors }: Reconciliation,
  ids: readonly string[],
  added: ReadonlySet<BaselineEntry>,
  { policy, today, listsAll }: Pick<ReportRequest, 'policy' | 'today' | 'listsAll'>,
): readonly ReportedError[] {
  const listed: ReportedError[] = [];
  for (const [index, { error, status }] of errors.entries()) {
    const told = tell(status, added, isNew(status, today, policy));
    if (told.status === 'baseline' && !listsAll) continue;
    const category = categorise(error.code, error.message);
    listed.push({ id: ids[index] ?? '', error, category, ...told });
  }
  return listed;
}

function tell(
  status: ReconciledStatus,
  added: ReadonlySet<BaselineEntry>,
  isNew: boolean,
): Pick<ReportedError, 'status' | 'tier' | 'acceptance'> {
  if (status.kind === 'new') return { status: 'new', tier: null, acceptance: null };
  const { tier, entry } = status;
  const known = status.kind === 'accepted' || added.has(entry) ? 'accepted' : 'baseline';
  return { status: isNew ? 'new' : known, tier, acceptance: entry.acceptance ?? null };
}

/** Who wrote the lines that joined the baseline. */
async function nameAuthors(
  added: readonly BaselineEntry[],
  location: ProjectLocation,
  base: BaseBaseline,
): Promise<readonly AddedEntry[]> {
  if (base.kind !== 'found' || added.length === 0) return [];
  const origins = await new EntryOrigins(location).find(added, base.commit);
  return [...added].sort(compareEntries).map((entry) => {
    const origin = origins.get(entry);
    return { entry, author: origin?.kind === 'committed' ? origin.line.author : null };
  });
}
