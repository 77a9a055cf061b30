import { env, Uri, window } from 'vscode';
import { documentationOf } from '../../core/error/documentation.js';
import type { Language } from '../../core/language/language.js';
import type { ErrorItem, ProjectSnapshot, ShownProblem } from '../../protocol/messages.js';
import { uriOf } from '../project-uri.js';
import type { SnapshotStore } from '../store.js';
import { isCompared, listProblems } from '../views/tree-model.js';
import type { TreeNode } from '../views/tree-node.js';
import { chooseProject } from './choose-project.js';
import { isErrorItem, isTreeNode } from './command-arguments.js';
import type { CommandHandlers, CommandSurroundings } from './command-surroundings.js';
import { type Direction, type Place, pickError } from './new-error-order.js';
import { openPlace, startOfLine } from './open-place.js';

type ErrorCommand =
  | 'nextNewError'
  | 'previousNewError'
  | 'openError'
  | 'openBlocker'
  | 'copyMessage'
  | 'openDocumentation';

/** Long enough to read `New error 1 of 3`, short enough not to be taken for the state of now. */
const POSITION_SHOWN_MS = 5_000;

/** Commands on single errors: going to them, and what a row of the tree offers. */
export function createErrorCommands({
  store,
  language,
}: CommandSurroundings): CommandHandlers<ErrorCommand> {
  return {
    nextNewError: () => goToNewError(store, 'next', language),
    previousNewError: () => goToNewError(store, 'previous', language),
    openError: async (argument) => {
      if (isErrorItem(argument)) await openPlace(Uri.parse(argument.uri), argument);
    },
    openBlocker: (argument) => openBlocker(store, argument, language),
    copyMessage: async (argument) => {
      if (!isTreeNode(argument) || argument.kind !== 'error') return;
      await env.clipboard.writeText(describeError(argument.error));
    },
    openDocumentation: async (argument) => {
      const code = isTreeNode(argument) ? codeOf(argument) : '';
      if (code !== '') await env.openExternal(Uri.parse(documentationOf(code)));
    },
  };
}

async function goToNewError(
  store: SnapshotStore,
  direction: Direction,
  { say }: Language,
): Promise<void> {
  const places = store.all
    .filter(isCompared)
    .flatMap(({ result }) => result?.newErrors ?? [])
    .map((error) => ({ ...error, file: Uri.parse(error.uri).fsPath }));
  const picked = pickError(places, findCursor(), direction);
  if (picked === undefined) {
    window.setStatusBarMessage(say('No new errors'), POSITION_SHOWN_MS);
    return;
  }
  const { item, number, total } = picked;
  await openPlace(Uri.parse(item.uri), item);
  window.setStatusBarMessage(say('New error {0} of {1}', number, total), POSITION_SHOWN_MS);
}

function findCursor(): Place | undefined {
  const editor = window.activeTextEditor;
  if (editor === undefined) return undefined;
  // An error is selected when it was gone to, and its start is what errors are ordered by.
  const { line, character } = editor.selection.start;
  return { file: editor.document.uri.fsPath, line, character };
}

async function openBlocker(
  store: SnapshotStore,
  argument: unknown,
  language: Language,
): Promise<void> {
  const snapshot = await chooseProject(
    store,
    argument,
    language,
    (candidate) => findBlocker(candidate) !== undefined,
  );
  if (snapshot === undefined) return;
  const location = findBlocker(snapshot);
  if (location === undefined) return;
  await openPlace(uriOf(snapshot, location.path), startOfLine(location.line));
}

/** The place that a problem sends the person to. */
function findBlocker(snapshot: ProjectSnapshot): ShownProblem['location'] {
  return listProblems(snapshot).find(({ remedy }) => remedy === 'open-blocker')?.location;
}

/** As mypy prints it, so that it can be searched for and shared. */
function describeError({ path, line, message, code }: ErrorItem): string {
  return `${path}:${line + 1}: error: ${message}${code === '' ? '' : `  [${code}]`}`;
}

function codeOf(node: TreeNode): string {
  if (node.kind === 'error') return node.error.code;
  return node.kind === 'group' && node.group.level === 'code' ? node.group.key : '';
}
