import { basename } from 'node:path';
import { commands, ProgressLocation, Uri, window } from 'vscode';
import type { Language } from '../../core/language/language.js';
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
  const { store, sendRequest, language } = surroundings;
  return {
    createBaseline: (argument) => createBaseline(surroundings, argument),
    updateBaseline: (argument) => updateBaseline(surroundings, argument),
    shrinkBaseline: async (argument) => {
      const snapshot = await chooseProject(store, argument, language, isCompared);
      if (snapshot === undefined) return;
      await showRefusal(await sendRequest(ShrinkBaselineRequest, { project: snapshot.project }));
    },
    repairBaseline: async (argument) => {
      const snapshot = await chooseProject(store, argument, language, mayBeRepaired);
      if (snapshot === undefined) return;
      await showRefusal(await sendRequest(RepairBaselineRequest, { project: snapshot.project }));
    },
    openBaseline: async (argument) => {
      const snapshot = await chooseProject(store, argument, language);
      if (snapshot !== undefined) await openBaseline(snapshot, language);
    },
  };
}

async function createBaseline(
  { store, sendRequest, language }: CommandSurroundings,
  argument: unknown,
): Promise<void> {
  const { say } = language;
  const snapshot = await chooseProject(
    store,
    argument,
    language,
    ({ presence }) => presence === 'absent',
  );
  if (snapshot === undefined) return;
  const { project, baselinePath } = snapshot;
  const outcome = await window.withProgress(
    { location: ProgressLocation.Notification, title: say('Checking, then writing the baseline') },
    () => sendRequest(CreateBaselineRequest, { project }),
  );
  if (!outcome.done) {
    await showRefusal(outcome);
    return;
  }
  const total = store.find(project)?.result?.totals.current ?? 0;
  const [openFile, openScm] = [say('Open File'), say('Open Source Control')];
  const written = language.count(
    total,
    '{1} written with 1 error. Commit it.',
    '{1} written with {0} errors. Commit it.',
    basename(baselinePath),
  );
  const chosen = await window.showInformationMessage(written, openFile, openScm);
  if (chosen === openFile) await window.showTextDocument(Uri.file(baselinePath));
  if (chosen === openScm) await commands.executeCommand('workbench.view.scm');
}

async function updateBaseline(
  { store, sendRequest, language }: CommandSurroundings,
  argument: unknown,
): Promise<void> {
  const snapshot = await chooseProject(store, argument, language, isCompared);
  if (snapshot === undefined) return;
  const { project, result, baselinePath } = snapshot;
  const added = result?.newErrors.length ?? 0;
  const update = language.say('Update');
  const answer = await window.showWarningMessage(
    language.say('Update {0}?', basename(baselinePath)),
    { modal: true, detail: describeUpdate(added, language) },
    update,
  );
  if (answer !== update) return;
  if (added === 0) {
    await showRefusal(await sendRequest(UpdateBaselineRequest, { project }));
    return;
  }
  const reason = await askReason(added, language);
  if (reason === undefined) return;
  await showRefusal(await sendRequest(UpdateBaselineRequest, { project, reason }));
}

function describeUpdate(added: number, { count, say }: Language): string {
  const accepted =
    added === 0
      ? say('No error is new, so none is accepted.')
      : count(
          added,
          '1 new error will be accepted into the baseline.',
          '{0} new errors will be accepted into the baseline.',
        );
  const rest = say(
    'Fixed errors are removed from it, and it takes the mypy, Python and configuration of this machine.',
  );
  return `${accepted} ${rest}`;
}

/** Opens the file where a problem points into it, else at its start. */
async function openBaseline(snapshot: ProjectSnapshot, { say }: Language): Promise<void> {
  const { baselinePath, presence } = snapshot;
  if (presence === 'absent') {
    await window.showInformationMessage(say('There is no {0} yet.', basename(baselinePath)));
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
