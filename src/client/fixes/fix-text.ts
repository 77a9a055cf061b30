import { describeKind } from '../../core/fix/describe-proof.js';
import type { FixChoice } from '../../core/fix/fix.js';
import { ENGLISH } from '../../core/language/language.js';
import { formatCount, formatNumber } from '../../core/number/format-number.js';
import type { FixProposal, FixVerdict } from '../../protocol/fix-messages.js';

/** Lines of what was left out that a dialogue shows; the log has all. */
const SHOWN_DROPPED = 5;

/** A kind of fix as a line to choose. */
export function toChoiceItem(choice: FixChoice) {
  return {
    choice,
    label: describeKind(choice.kind, ENGLISH),
    description: formatCount(choice.errors, 'error'),
    ...(choice.kind === 'ignore'
      ? { detail: 'The errors stay in the code and are not shown any more.' }
      : {}),
  };
}

/** What mypy has proved, and the question what to do with it. */
export function describeProposal({ files, dropped }: FixProposal): {
  readonly message: string;
  readonly detail: string;
} {
  const fixes = files.reduce((sum, file) => sum + file.fixes.length, 0);
  const shown = dropped.slice(0, SHOWN_DROPPED);
  const rest = dropped.length - shown.length;
  const left =
    dropped.length === 0
      ? []
      : [
          '',
          `${formatCount(dropped.length, 'fix is', 'fixes are')} left out:`,
          ...shown,
          ...(rest > 0 ? [`… and ${rest} more, in the log.`] : []),
        ];
  return {
    message: `Make ${formatCount(fixes, 'fix', 'fixes')} in ${formatCount(files.length, 'file')}?`,
    detail: [
      'mypy has checked the project with them: their errors are gone, and none is new.',
      ...left,
    ].join('\n'),
  };
}

/** One sentence on what came of fixes. */
export function describeVerdict({
  gone,
  remained,
  caused,
}: Extract<FixVerdict, { kind: 'checked' }>): string {
  const parts = [
    `${formatCount(gone, 'error is', 'errors are')} gone`,
    ...(remained > 0 ? [`${formatNumber(remained)} remained`] : []),
    caused.length === 0 ? 'none is new' : `${formatCount(caused.length, 'is', 'are')} new`,
  ];
  const last = parts.pop() ?? '';
  return `${parts.join(', ')} and ${last}.`;
}
