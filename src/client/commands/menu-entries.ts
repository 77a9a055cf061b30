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
): readonly MenuEntry[] {
  return [
    ...snapshots.flatMap(listRemedies),
    { label: '$(refresh) Check Now', command: 'checkNow' },
    ...listNewErrorEntries(snapshots),
    ...listFixEntries(snapshots),
    focusOnNew
      ? { label: '$(list-tree) Show All Errors', command: 'showAllErrors' }
      : { label: '$(filter) Focus on New Errors', command: 'focusOnNewErrors' },
    ...listBaselineEntries(snapshots),
    { label: '$(tools) Set Up CI and pre-commit…', command: 'setUpProject' },
    { label: '$(rocket) Get Started', command: 'getStarted' },
    { label: '$(symbol-event) Select Interpreter…', command: 'selectInterpreter' },
    { label: '$(output) Show Log', command: 'showLog' },
    { label: '$(bug) Show Debug Information', command: 'showDebugInformation' },
    { label: '$(debug-restart) Restart', command: 'restart' },
  ];
}

/** While something is compared. */
const REVIEW_ENTRIES: readonly MenuEntry[] = [
  { label: '$(copy) Copy Branch Summary as Markdown', command: 'copyBranchSummary' },
  { label: '$(close) Stop Comparing', command: 'stopComparing' },
];

function listRemedies(snapshot: ProjectSnapshot): readonly MenuEntry[] {
  return listProblems(snapshot).map((problem) => {
    const { title, command } = remedyOf(problem);
    return {
      label: `$(warning) ${title}`,
      detail: problem.message,
      command,
      project: snapshot.project,
    };
  });
}

function listNewErrorEntries(snapshots: readonly ProjectSnapshot[]): readonly MenuEntry[] {
  if (countNewErrors(snapshots) === 0) return [];
  return [
    { label: '$(arrow-down) Go to Next New Error', command: 'nextNewError' },
    { label: '$(pass) Accept All New Errors…', command: 'acceptAllNew' },
  ];
}

function listFixEntries(snapshots: readonly ProjectSnapshot[]): readonly MenuEntry[] {
  const hasErrors = snapshots.some(({ result }) => (result?.totals.current ?? 0) > 0);
  return hasErrors ? [{ label: '$(wrench) Fix Errors…', command: 'fixErrors' }] : [];
}

function listBaselineEntries(snapshots: readonly ProjectSnapshot[]): readonly MenuEntry[] {
  const entries: MenuEntry[] = [];
  if (snapshots.some(({ presence, result }) => presence === 'absent' && result !== null)) {
    entries.push({ label: '$(add) Create Baseline', command: 'createBaseline' });
  }
  if (snapshots.some(isCompared)) {
    entries.push(
      { label: '$(git-compare) Compare With…', command: 'compareWith' },
      ...(snapshots.some(({ comparedWith }) => comparedWith !== null) ? REVIEW_ENTRIES : []),
      { label: '$(go-to-file) Open Baseline', command: 'openBaseline' },
      { label: '$(fold-down) Remove Fixed Errors From Baseline', command: 'shrinkBaseline' },
      { label: '$(sync) Update Baseline…', command: 'updateBaseline' },
    );
  }
  return entries;
}
