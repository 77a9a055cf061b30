import type { ReconciledStatus } from '../../../src/core/compare/reconciled-error.js';
import { summarise } from '../../../src/core/counts/summarise.js';
import { toEntry } from '../../../src/core/error/error-entry.js';
import type { Report, ReportedError } from '../../../src/core/report/report.js';
import { sampleReport } from './sample-report.js';

/** A report whose summary counts the errors and fixed entries that it is given. */
export function reportOf(
  errors: readonly ReportedError[],
  change: Partial<Omit<Report, 'errors' | 'summary'>> = {},
): Report {
  const fixed = change.fixed ?? [];
  const summary = summarise({
    errors: errors.map((reported) => ({ error: reported.error, status: reconciled(reported) })),
    fixed,
  });
  return sampleReport({ added: [], ...change, errors, fixed, summary });
}

function reconciled({ error, status, tier }: ReportedError): ReconciledStatus {
  const known = { tier: tier ?? 'exact', entry: toEntry(error) };
  switch (status) {
    case 'new':
      return { kind: 'new' };
    case 'accepted':
      return { kind: 'accepted', ...known };
    case 'baseline':
      return { kind: 'baseline', ...known, restore: false };
  }
}
