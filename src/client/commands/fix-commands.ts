import { ProgressLocation, Uri, window, workspace } from 'vscode';
import type { FixChoice } from '../../core/fix/fix.js';
import type { Language } from '../../core/language/language.js';
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
      const snapshot = await chooseProject(
        surroundings.store,
        argument,
        surroundings.language,
        hasErrors,
      );
      if (snapshot !== undefined) await fixErrors(surroundings, snapshot, { kind: 'all' });
    },
  };
}

async function fixErrors(
  surroundings: CommandSurroundings,
  { project }: ProjectSnapshot,
  scope: FixScope,
): Promise<void> {
  if (!(await saveAll(surroundings.language))) return;
  const choice = await chooseFix(surroundings, project, scope);
  if (choice === undefined) return;
  const proposal = await prove(surroundings, project, scope, choice);
  if (proposal === undefined) return;
  const made = await make(surroundings, proposal);
  if (made.length === 0) return;
  await verify(surroundings, project, proposal, made);
}

/** mypy reads files from the disk, so what is not saved would be fixed as it was. */
async function saveAll({ say }: Language): Promise<boolean> {
  const isDirty = workspace.textDocuments.some(
    ({ isDirty, languageId }) => isDirty && languageId === 'python',
  );
  if (!isDirty) return true;
  const answer = await window.showInformationMessage(
    say('Python files are not saved. mypy checks what is on disk.'),
    say('Save All and Go On'),
  );
  return answer !== undefined && workspace.saveAll();
}

async function chooseFix(
  { sendRequest, language }: CommandSurroundings,
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
      language.count(
        errors,
        'There is no fix for 1 error here.',
        'There is no fix for {0} errors here.',
      ),
    );
    return undefined;
  }
  const items = choices.map((choice) => toChoiceItem(choice, language));
  const chosen = await window.showQuickPick(items, {
    title: language.count(errors, 'Fix 1 error', 'Fix {0} errors'),
    placeHolder: language.say('mypy checks every fix before you see it'),
  });
  return chosen?.choice;
}

async function prove(
  { sendRequest, log, language }: CommandSurroundings,
  project: string,
  scope: FixScope,
  { kind, fixes }: FixChoice,
): Promise<FixProposal | undefined> {
  const answer = await window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: language.count(fixes, 'mypy checks 1 fix', 'mypy checks {0} fixes'),
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
  { log, language }: CommandSurroundings,
  proposal: FixProposal,
): Promise<readonly MadeFixes[]> {
  const { say, count } = language;
  const { message, detail } = describeProposal(proposal, language);
  if (proposal.files.length === 0) {
    const left = await window.showInformationMessage(
      say('No fix makes its errors go away without new ones.'),
      say('Show Log'),
    );
    if (left !== undefined) log.show();
    return [];
  }
  const preview = say('Preview');
  const answer = await window.showInformationMessage(
    message,
    { modal: true, detail },
    preview,
    say('Apply'),
  );
  if (answer === undefined) return [];
  const files = await openFiles(proposal);
  const changed = proposal.files.length - files.length;
  if (changed > 0) {
    // Nobody has to read it before the other files are changed.
    void window.showWarningMessage(
      count(
        changed,
        '1 file was changed meanwhile and left as it is.',
        '{0} files were changed meanwhile and left as they are.',
      ),
    );
  }
  const edit = toWorkspaceEdit(files, answer === preview, language);
  if (!(await workspace.applyEdit(edit, { isRefactoring: true }))) return [];
  return saveMade(files);
}

async function verify(
  { sendRequest, language }: CommandSurroundings,
  project: string,
  proposal: FixProposal,
  made: readonly MadeFixes[],
): Promise<void> {
  const ids = made.flatMap(({ fixes }) => fixes.map(({ id }) => id));
  const verdict = await window.withProgress(
    { location: ProgressLocation.Notification, title: language.say('mypy checks what was fixed') },
    () => sendRequest(VerifyFixesRequest, { project, proposal: proposal.id, made: ids }),
  );
  if (verdict.kind === 'refused') {
    const asked = window.showWarningMessage(verdict.message, language.say('Undo'));
    await offerUndo(asked, made, language);
    return;
  }
  await tellVerdict(verdict, made, language);
}

async function tellVerdict(
  verdict: Extract<FixVerdict, { kind: 'checked' }>,
  made: readonly MadeFixes[],
  language: Language,
): Promise<void> {
  const { say } = language;
  const message = describeVerdict(verdict, language);
  const [first] = verdict.caused;
  const unhelpful = new Set(verdict.unhelpful);
  if (unhelpful.size === 0 && first === undefined) {
    await offerUndo(window.showInformationMessage(message, say('Undo')), made, language);
    return;
  }
  const undoSome = say('Undo What Did Not Help');
  const undoAll = say('Undo All');
  const showFirst = say('Show New Error');
  const answer = await window.showWarningMessage(
    message,
    ...(unhelpful.size > 0 ? [undoSome] : []),
    undoAll,
    ...(first === undefined ? [] : [showFirst]),
  );
  if (answer === undoSome) await undo(made, ({ id }) => unhelpful.has(id), language);
  if (answer === undoAll) await undo(made, () => true, language);
  if (answer === showFirst && first !== undefined) {
    await openPlace(Uri.parse(first.uri), startOfLine(first.line + 1));
  }
}

/** @param asked - Offers to undo, and nothing else. */
async function offerUndo(
  asked: Thenable<string | undefined>,
  made: readonly MadeFixes[],
  language: Language,
): Promise<void> {
  if ((await asked) !== undefined) await undo(made, () => true, language);
}

async function undo(
  made: readonly MadeFixes[],
  isUnwanted: Parameters<typeof takeBack>[1],
  { count }: Language,
): Promise<void> {
  const wanted = made.filter(({ fixes }) => fixes.some(isUnwanted)).length;
  const done = await takeBack(made, isUnwanted);
  if (done === wanted) return;
  await window.showWarningMessage(
    count(
      wanted - done,
      '1 file was changed since the fixes and left as it is.',
      '{0} files were changed since the fixes and left as they are.',
    ),
  );
}
