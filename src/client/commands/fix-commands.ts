import { ProgressLocation, Uri, window, workspace } from 'vscode';
import type { FixChoice } from '../../core/fix/fix.js';
import { formatCount } from '../../core/number/format-number.js';
import {
  FixChoicesRequest,
  type FixProposal,
  type FixScope,
  type FixVerdict,
  ProveFixesRequest,
  VerifyFixesRequest,
} from '../../protocol/fix-messages.js';
import type { ProjectSnapshot } from '../../protocol/messages.js';
import {
  type MadeFixes,
  openFiles,
  saveMade,
  takeBack,
  toWorkspaceEdit,
} from '../fixes/edited-files.js';
import { toFixScope } from '../fixes/fix-scope.js';
import { describeProposal, describeVerdict, toChoiceItem } from '../fixes/fix-text.js';
import { chooseProject } from './choose-project.js';
import { isTreeNode } from './command-arguments.js';
import type { CommandHandlers, CommandSurroundings } from './command-surroundings.js';
import { openPlace, startOfLine } from './open-place.js';

type FixCommand = 'fixNode' | 'fixErrors';

/** Commands by which a person fixes many errors at once, with mypy's proof. */
export function createFixCommands(surroundings: CommandSurroundings): CommandHandlers<FixCommand> {
  return {
    fixNode: async (argument) => {
      const scope = isTreeNode(argument) ? toFixScope(argument) : undefined;
      if (!isTreeNode(argument) || scope === undefined) return;
      await fixErrors(surroundings, argument.snapshot, scope);
    },
    fixErrors: async (argument) => {
      const hasErrors = ({ result }: ProjectSnapshot) => (result?.totals.current ?? 0) > 0;
      const snapshot = await chooseProject(surroundings.store, argument, hasErrors);
      if (snapshot !== undefined) await fixErrors(surroundings, snapshot, { kind: 'all' });
    },
  };
}

async function fixErrors(
  surroundings: CommandSurroundings,
  { project }: ProjectSnapshot,
  scope: FixScope,
): Promise<void> {
  if (!(await saveAll())) return;
  const choice = await chooseFix(surroundings, project, scope);
  if (choice === undefined) return;
  const proposal = await prove(surroundings, project, scope, choice);
  if (proposal === undefined) return;
  const made = await make(surroundings, proposal);
  if (made.length === 0) return;
  await verify(surroundings, project, proposal, made);
}

/** mypy reads files from the disk, so what is not saved would be fixed as it was. */
async function saveAll(): Promise<boolean> {
  const isDirty = workspace.textDocuments.some(
    ({ isDirty, languageId }) => isDirty && languageId === 'python',
  );
  if (!isDirty) return true;
  const answer = await window.showInformationMessage(
    'Python files are not saved. mypy checks what is on disk.',
    'Save All and Go On',
  );
  return answer !== undefined && workspace.saveAll();
}

async function chooseFix(
  { sendRequest }: CommandSurroundings,
  project: string,
  scope: FixScope,
): Promise<FixChoice | undefined> {
  const answer = await sendRequest(FixChoicesRequest, { project, scope });
  if (answer.kind === 'refused') {
    await window.showWarningMessage(answer.message);
    return undefined;
  }
  const { choices, errors } = answer;
  if (choices.length === 0) {
    await window.showInformationMessage(
      `There is no fix for ${formatCount(errors, 'error')} here.`,
    );
    return undefined;
  }
  const chosen = await window.showQuickPick(choices.map(toChoiceItem), {
    title: `Fix ${formatCount(errors, 'error')}`,
    placeHolder: 'mypy checks every fix before you see it',
  });
  return chosen?.choice;
}

async function prove(
  { sendRequest, log }: CommandSurroundings,
  project: string,
  scope: FixScope,
  { kind, fixes }: FixChoice,
): Promise<FixProposal | undefined> {
  const answer = await window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: `mypy checks ${formatCount(fixes, 'fix', 'fixes')}`,
      cancellable: true,
    },
    async (_, token) => {
      const proposal = await sendRequest(ProveFixesRequest, { project, scope, fix: kind }, token);
      return token.isCancellationRequested ? undefined : proposal;
    },
  );
  if (answer === undefined) return undefined;
  if (answer.kind === 'refused') {
    await window.showWarningMessage(answer.message);
    return undefined;
  }
  for (const line of answer.dropped) log.info(`left out: ${line}`);
  return answer;
}

/** Makes the fixes, if the person wants to; the answer says which. */
async function make(
  { log }: CommandSurroundings,
  proposal: FixProposal,
): Promise<readonly MadeFixes[]> {
  const { message, detail } = describeProposal(proposal);
  if (proposal.files.length === 0) {
    const left = await window.showInformationMessage(
      'No fix makes its errors go away without new ones.',
      'Show Log',
    );
    if (left !== undefined) log.show();
    return [];
  }
  const answer = await window.showInformationMessage(
    message,
    { modal: true, detail },
    'Preview',
    'Apply',
  );
  if (answer === undefined) return [];
  const files = await openFiles(proposal);
  const changed = proposal.files.length - files.length;
  if (changed > 0) {
    const names = formatCount(changed, 'file was', 'files were');
    // Nobody has to read it before the other files are changed.
    void window.showWarningMessage(`${names} changed meanwhile and left as they are.`);
  }
  const edit = toWorkspaceEdit(files, answer === 'Preview');
  if (!(await workspace.applyEdit(edit, { isRefactoring: true }))) return [];
  return saveMade(files);
}

async function verify(
  { sendRequest }: CommandSurroundings,
  project: string,
  proposal: FixProposal,
  made: readonly MadeFixes[],
): Promise<void> {
  const ids = made.flatMap(({ fixes }) => fixes.map(({ id }) => id));
  const verdict = await window.withProgress(
    { location: ProgressLocation.Notification, title: 'mypy checks what was fixed' },
    () => sendRequest(VerifyFixesRequest, { project, proposal: proposal.id, made: ids }),
  );
  if (verdict.kind === 'refused') {
    await offerUndo(window.showWarningMessage(verdict.message, 'Undo'), made);
    return;
  }
  await tellVerdict(verdict, made);
}

async function tellVerdict(
  verdict: Extract<FixVerdict, { kind: 'checked' }>,
  made: readonly MadeFixes[],
): Promise<void> {
  const message = describeVerdict(verdict);
  const [first] = verdict.caused;
  const unhelpful = new Set(verdict.unhelpful);
  if (unhelpful.size === 0 && first === undefined) {
    await offerUndo(window.showInformationMessage(message, 'Undo'), made);
    return;
  }
  const answer = await window.showWarningMessage(
    message,
    ...(unhelpful.size > 0 ? ['Undo What Did Not Help'] : []),
    'Undo All',
    ...(first === undefined ? [] : ['Show New Error']),
  );
  if (answer === 'Undo What Did Not Help') await undo(made, ({ id }) => unhelpful.has(id));
  if (answer === 'Undo All') await undo(made, () => true);
  if (answer === 'Show New Error' && first !== undefined) {
    await openPlace(Uri.parse(first.uri), startOfLine(first.line + 1));
  }
}

async function offerUndo(
  asked: Thenable<'Undo' | undefined>,
  made: readonly MadeFixes[],
): Promise<void> {
  if ((await asked) === 'Undo') await undo(made, () => true);
}

async function undo(
  made: readonly MadeFixes[],
  isUnwanted: Parameters<typeof takeBack>[1],
): Promise<void> {
  const wanted = made.filter(({ fixes }) => fixes.some(isUnwanted)).length;
  const done = await takeBack(made, isUnwanted);
  if (done === wanted) return;
  const names = formatCount(wanted - done, 'file was', 'files were');
  await window.showWarningMessage(`${names} changed since the fixes and left as they are.`);
}
