import { basename } from 'node:path';
import { commands, ProgressLocation, Uri, window } from 'vscode';
import { formatCount } from '../../core/number/format-number.js';
import {
  CreateBaselineRequest,
  type ProjectSnapshot,
  RepairBaselineRequest,
  ShrinkBaselineRequest,
  UpdateBaselineRequest,
} from '../../protocol/messages.js';
import { isCompared, listProblems } from '../views/tree-model.js';
import { askReason } from './ask-reason.js';
import { chooseProject } from './choose-project.js';
import type { CommandHandlers, CommandSurroundings } from './command-surroundings.js';
import { openPlace, startOfLine } from './open-place.js';
import { showRefusal } from './show-refusal.js';

type BaselineCommand =
  | 'createBaseline'
  | 'updateBaseline'
  | 'shrinkBaseline'
  | 'repairBaseline'
  | 'openBaseline';

/** Commands on the baseline as a whole. */
export function createBaselineCommands(
  surroundings: CommandSurroundings,
): CommandHandlers<BaselineCommand> {
  const { store, sendRequest } = surroundings;
  return {
    createBaseline: (argument) => createBaseline(surroundings, argument),
    updateBaseline: (argument) => updateBaseline(surroundings, argument),
    shrinkBaseline: async (argument) => {
      const snapshot = await chooseProject(store, argument, isCompared);
      if (snapshot === undefined) return;
      await showRefusal(await sendRequest(ShrinkBaselineRequest, { project: snapshot.project }));
    },
    repairBaseline: async (argument) => {
      const snapshot = await chooseProject(store, argument, mayBeRepaired);
      if (snapshot === undefined) return;
      await showRefusal(await sendRequest(RepairBaselineRequest, { project: snapshot.project }));
    },
    openBaseline: async (argument) => {
      const snapshot = await chooseProject(store, argument);
      if (snapshot !== undefined) await openBaseline(snapshot);
    },
  };
}

async function createBaseline(
  { store, sendRequest }: CommandSurroundings,
  argument: unknown,
): Promise<void> {
  const snapshot = await chooseProject(store, argument, ({ presence }) => presence === 'absent');
  if (snapshot === undefined) return;
  const { project, baselinePath } = snapshot;
  const outcome = await window.withProgress(
    { location: ProgressLocation.Notification, title: 'Checking, then writing the baseline' },
    () => sendRequest(CreateBaselineRequest, { project }),
  );
  if (!outcome.done) {
    await showRefusal(outcome);
    return;
  }
  const total = store.find(project)?.result?.totals.current ?? 0;
  const written = `${basename(baselinePath)} written with ${formatCount(total, 'error')}. Commit it.`;
  const chosen = await window.showInformationMessage(written, 'Open File', 'Open Source Control');
  if (chosen === 'Open File') await window.showTextDocument(Uri.file(baselinePath));
  if (chosen === 'Open Source Control') await commands.executeCommand('workbench.view.scm');
}

async function updateBaseline(
  { store, sendRequest }: CommandSurroundings,
  argument: unknown,
): Promise<void> {
  const snapshot = await chooseProject(store, argument, isCompared);
  if (snapshot === undefined) return;
  const { project, result, baselinePath } = snapshot;
  const added = result?.newErrors.length ?? 0;
  const answer = await window.showWarningMessage(
    `Update ${basename(baselinePath)}?`,
    { modal: true, detail: describeUpdate(added) },
    'Update',
  );
  if (answer !== 'Update') return;
  if (added === 0) {
    await showRefusal(await sendRequest(UpdateBaselineRequest, { project }));
    return;
  }
  const reason = await askReason(added);
  if (reason === undefined) return;
  await showRefusal(await sendRequest(UpdateBaselineRequest, { project, reason }));
}

function describeUpdate(added: number): string {
  const accepted =
    added === 0
      ? 'No error is new, so none is accepted.'
      : `${formatCount(added, 'new error')} will be accepted into the baseline.`;
  return `${accepted} Fixed errors are removed from it, and it takes the mypy, Python and configuration of this machine.`;
}

/** Opens the file where a problem points into it, else at its start. */
async function openBaseline(snapshot: ProjectSnapshot): Promise<void> {
  const { baselinePath, presence } = snapshot;
  if (presence === 'absent') {
    await window.showInformationMessage(`There is no ${basename(baselinePath)} yet.`);
    return;
  }
  const line = listProblems(snapshot).find(({ location }) => location?.path === baselinePath)
    ?.location?.line;
  await openPlace(Uri.file(baselinePath), startOfLine(line ?? 1));
}

/** Where a repair cannot help, it says why. */
function mayBeRepaired({ presence, problems }: ProjectSnapshot): boolean {
  return presence === 'unusable' || problems.some(({ remedy }) => remedy === 'repair-baseline');
}
