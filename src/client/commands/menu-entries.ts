import type { Language } from '../../core/language/language.js';
import type { ProjectSnapshot } from '../../protocol/messages.js';
import type { CommandName } from '../contributions.js';
import { isCompared, listProblems } from '../views/tree-model.js';
import { countNewErrors } from '../views/view-header.js';
import { remedyOf } from './remedies.js';

/** A line of the menu behind the status bar's item. */
export interface MenuEntry {
  /** With VS Code's `$(icon)`s. */
  readonly label: string;
  readonly detail?: string;
  readonly command: CommandName;
  /** The project that the command is about; all of them, or the person's choice, where left out. */
  readonly project?: string;
}

/** What can be done now: what is wrong first, then the new errors, then the baseline. */
export function listMenuEntries(
  snapshots: readonly ProjectSnapshot[],
  focusOnNew: boolean,
  language: Language,
): readonly MenuEntry[] {
  const { say } = language;
  return [
    ...snapshots.flatMap((snapshot) => listRemedies(snapshot, language)),
    entry('refresh', say('Check Now'), 'checkNow'),
    ...listNewErrorEntries(snapshots, language),
    ...listFixEntries(snapshots, language),
    focusOnNew
      ? entry('list-tree', say('Show All Errors'), 'showAllErrors')
      : entry('filter', say('Focus on New Errors'), 'focusOnNewErrors'),
    ...listBaselineEntries(snapshots, language),
    entry('tools', say('Set Up CI and pre-commit…'), 'setUpProject'),
    entry('rocket', say('Get Started'), 'getStarted'),
    entry('symbol-event', say('Select Interpreter…'), 'selectInterpreter'),
    entry('output', say('Show Log'), 'showLog'),
    entry('bug', say('Show Debug Information'), 'showDebugInformation'),
    entry('debug-restart', say('Restart'), 'restart'),
  ];
}

function entry(icon: string, label: string, command: CommandName): MenuEntry {
  return { label: `$(${icon}) ${label}`, command };
}

function listRemedies(snapshot: ProjectSnapshot, language: Language): readonly MenuEntry[] {
  return listProblems(snapshot).map((problem) => {
    const { title, command } = remedyOf(problem, language);
    const { project } = snapshot;
    return { ...entry('warning', title, command), detail: problem.message, project };
  });
}

function listNewErrorEntries(
  snapshots: readonly ProjectSnapshot[],
  { say }: Language,
): readonly MenuEntry[] {
  if (countNewErrors(snapshots) === 0) return [];
  return [
    entry('arrow-down', say('Go to Next New Error'), 'nextNewError'),
    entry('pass', say('Accept All New Errors…'), 'acceptAllNew'),
  ];
}

function listFixEntries(
  snapshots: readonly ProjectSnapshot[],
  { say }: Language,
): readonly MenuEntry[] {
  const hasErrors = snapshots.some(({ result }) => (result?.totals.current ?? 0) > 0);
  return hasErrors ? [entry('wrench', say('Fix Errors…'), 'fixErrors')] : [];
}

function listBaselineEntries(
  snapshots: readonly ProjectSnapshot[],
  language: Language,
): readonly MenuEntry[] {
  const { say } = language;
  const entries: MenuEntry[] = [];
  if (snapshots.some(({ presence, result }) => presence === 'absent' && result !== null)) {
    entries.push(entry('add', say('Create Baseline'), 'createBaseline'));
  }
  if (snapshots.some(isCompared)) {
    entries.push(
      entry('git-compare', say('Compare With…'), 'compareWith'),
      ...(snapshots.some(({ comparedWith }) => comparedWith !== null)
        ? listReviewEntries(language)
        : []),
      entry('go-to-file', say('Open Baseline'), 'openBaseline'),
      entry('fold-down', say('Remove Fixed Errors From Baseline'), 'shrinkBaseline'),
      entry('sync', say('Update Baseline…'), 'updateBaseline'),
    );
  }
  return entries;
}

/** While something is compared. */
function listReviewEntries({ say }: Language): readonly MenuEntry[] {
  return [
    entry('copy', say('Copy Branch Summary as Markdown'), 'copyBranchSummary'),
    entry('close', say('Stop Comparing'), 'stopComparing'),
  ];
}
