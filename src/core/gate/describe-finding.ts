import { categoryTitle } from '../category/category-title.js';
import type { Language } from '../language/language.js';
import type { CapPart } from './gate-policy.js';
import type { Finding, Verdict } from './verdict.js';

/** One sentence for a finding, without its end mark. */
export function describeFinding(finding: Finding, language: Language): string {
  switch (finding.kind) {
    case 'new-errors':
      return describeNew(finding, language);
    case 'lost-entries':
      return describeLost(finding, language);
    case 'baseline-grown':
      return language.count(
        finding.count,
        'the baseline grew by 1 entry without a reason since {1}',
        'the baseline grew by {0} entries without a reason since {1}',
        finding.base,
      );
    case 'growth-unchecked':
      return language.say(
        'whether the baseline grew was not checked: {0}',
        language.express(finding.why),
      );
    case 'stale-entries':
      return language.count(
        finding.count,
        '1 entry of the baseline is fixed: "mypy-ratchet shrink" removes it',
        '{0} entries of the baseline are fixed: "mypy-ratchet shrink" removes them',
      );
    case 'increase-exceeded':
      return language.count(
        finding.current,
        '1 error, {1} are allowed (baseline {2})',
        '{0} errors, {1} are allowed (baseline {2})',
        language.number(finding.allowed),
        language.number(finding.committed),
      );
    case 'cap-exceeded':
      return describeExceeded(finding, language);
  }
}

function describeNew(
  { count, expired }: Extract<Finding, { kind: 'new-errors' }>,
  language: Language,
): string {
  if (expired === 0) return language.count(count, '1 new error', '{0} new errors');
  return language.count(
    count,
    '1 new error, {1} of them expired',
    '{0} new errors, {1} of them expired',
    language.number(expired),
  );
}

function describeLost(
  { count, deletedFile }: Extract<Finding, { kind: 'lost-entries' }>,
  language: Language,
): string {
  return deletedFile === null
    ? language.count(
        count,
        '1 error whose line was taken out of the baseline file by hand: "mypy-ratchet shrink" puts it back',
        '{0} errors whose line was taken out of the baseline file by hand: "mypy-ratchet shrink" puts it back',
      )
    : language.count(
        count,
        '1 error whose baseline file was deleted: "git checkout HEAD -- {1}" puts it back',
        '{0} errors whose baseline file was deleted: "git checkout HEAD -- {1}" puts it back',
        deletedFile,
      );
}

/** The verdict in a few words: the headline of every report. */
export function describeVerdict({ kind }: Verdict, language: Language): string {
  switch (kind) {
    case 'pass':
      return language.say('The type debt did not grow');
    case 'stale':
      return language.say('Fixed errors still stand in the baseline');
    case 'regressions':
      return language.say('The type debt grew');
  }
}

function describeExceeded(
  { part, current, max }: Extract<Finding, { kind: 'cap-exceeded' }>,
  language: Language,
): string {
  const allowed = language.number(max);
  return part.kind === 'total'
    ? language.count(
        current,
        '1 error in all, {1} are allowed',
        '{0} errors in all, {1} are allowed',
        allowed,
      )
    : language.count(
        current,
        '1 error in {1}, {2} are allowed',
        '{0} errors in {1}, {2} are allowed',
        describePart(part, language),
        allowed,
      );
}

function describePart(part: Exclude<CapPart, { kind: 'total' }>, language: Language): string {
  switch (part.kind) {
    case 'category':
      return categoryTitle(part.category, language);
    case 'code':
      return `[${part.code}]`;
    case 'directory':
      return part.path;
  }
}
