import type { ReportBase } from '../../core/report/report.js';

/** What the errors were counted against, as a part of a sentence. */
export function describeBase(base: ReportBase): string {
  switch (base.kind) {
    case 'commit':
      return base.name;
    case 'baseline':
      return 'the baseline';
  }
}
