import type { Language } from '../../core/language/language.js';
import type { ReportBase } from '../../core/report/report.js';

/** What the errors were counted against, as a part of a sentence. */
export function describeBase(base: ReportBase, language: Language): string {
  switch (base.kind) {
    case 'commit':
      return base.name;
    case 'baseline':
      return language.say('the baseline');
  }
}
