import { describeKind } from '../../core/fix/describe-proof.js';
import type { FixChoice } from '../../core/fix/fix.js';
import { errorCount } from '../../core/language/error-count.js';
import type { Language } from '../../core/language/language.js';
import type { FixProposal, FixVerdict } from '../../protocol/fix-messages.js';

/** Lines of what was left out that a dialogue shows; the log has all. */
const SHOWN_DROPPED = 5;

/** A kind of fix as a line to choose. */
export function toChoiceItem(choice: FixChoice, language: Language) {
  return {
    choice,
    label: describeKind(choice.kind, language),
    description: errorCount(choice.errors, language),
    ...(choice.kind === 'ignore'
      ? { detail: language.say('The errors stay in the code and are not shown any more.') }
      : {}),
  };
}

/** What mypy has proved, and the question what to do with it. */
export function describeProposal(
  { files, dropped }: FixProposal,
  language: Language,
): {
  readonly message: string;
  readonly detail: string;
} {
  const { say } = language;
  const fixes = files.reduce((sum, file) => sum + file.fixes.length, 0);
  const proved = say(
    'mypy has checked the project with them: their errors are gone, and none is new.',
  );
  return {
    message: askToMake(fixes, files.length, language),
    detail: [proved, ...listDropped(dropped, language)].join('\n'),
  };
}

function askToMake(fixes: number, files: number, { count, number }: Language): string {
  return files === 1
    ? count(fixes, 'Make 1 fix in 1 file?', 'Make {0} fixes in 1 file?')
    : count(fixes, 'Make 1 fix in {1} files?', 'Make {0} fixes in {1} files?', number(files));
}

function listDropped(dropped: readonly string[], { count, say }: Language): readonly string[] {
  if (dropped.length === 0) return [];
  const shown = dropped.slice(0, SHOWN_DROPPED);
  const rest = dropped.length - shown.length;
  return [
    '',
    count(dropped.length, '1 fix is left out:', '{0} fixes are left out:'),
    ...shown,
    ...(rest > 0 ? [say('… and {0} more, in the log.', rest)] : []),
  ];
}

/** One sentence on what came of fixes. */
export function describeVerdict(
  { gone, remained, caused }: Extract<FixVerdict, { kind: 'checked' }>,
  { count, number, say }: Language,
): string {
  const wentAway = count(gone, '1 error is gone', '{0} errors are gone');
  const came =
    caused.length === 0 ? say('none is new') : count(caused.length, '1 is new', '{0} are new');
  return remained === 0
    ? say('{0} and {1}.', wentAway, came)
    : say('{0}, {1} remained and {2}.', wentAway, number(remained), came);
}
