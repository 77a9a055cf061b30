import { env, ProgressLocation, Uri, window } from 'vscode';
import type { Language } from '../../core/language/language.js';
import { BranchMarkdownRequest, RevisionsRequest } from '../../protocol/branch-messages.js';
import type { ProjectSnapshot } from '../../protocol/messages.js';
import type { BranchStore } from '../branch/branch-store.js';
import type { Comparisons } from '../branch/comparisons.js';
import { type ComparedPlace, openChanges } from '../branch/open-changes.js';
import { VIEWS } from '../contributions.js';
import { uriOf } from '../project-uri.js';
import type { BranchDetailNode, BranchRowNode } from '../views/branch-node.js';
import type { BranchView } from '../views/branch-view.js';
import { isCompared } from '../views/tree-model.js';
import { chooseProject } from './choose-project.js';
import { isBranchDetailNode, isBranchRowNode } from './command-arguments.js';
import type { CommandHandlers, CommandSurroundings } from './command-surroundings.js';
import { openPlace } from './open-place.js';
import { pickRevision } from './pick-revision.js';

type BranchCommand =
  | 'compareWith'
  | 'stopComparing'
  | 'groupBranchByFile'
  | 'groupBranchByCategory'
  | 'copyBranchSummary'
  | 'openBranchRow'
  | 'openBranchChanges';

/** What the commands on a branch act on, beside what all commands do. */
export interface BranchParts {
  readonly branches: BranchStore;
  readonly comparisons: Comparisons;
  readonly view: BranchView;
}

/** Commands of the reviewer. */
export function createBranchCommands(
  surroundings: CommandSurroundings,
  parts: BranchParts,
): CommandHandlers<BranchCommand> {
  const { store, language } = surroundings;
  const { branches, comparisons, view } = parts;
  const isComparing = ({ project }: ProjectSnapshot) => branches.find(project).kind !== 'off';
  return {
    compareWith: (argument) => compareWith(surroundings, parts, argument),
    stopComparing: async (argument) => {
      const snapshot = await chooseProject(store, argument, language, isComparing);
      if (snapshot !== undefined) await comparisons.compare(snapshot.project, null);
    },
    groupBranchByFile: () => view.group('file'),
    groupBranchByCategory: () => view.group('category'),
    copyBranchSummary: async (argument) => {
      const snapshot = await chooseProject(store, argument, language, isComparing);
      if (snapshot !== undefined) await copySummary(surroundings, snapshot);
    },
    openBranchRow: async (argument) => {
      if (isBranchRowNode(argument)) await openRow(argument, language);
    },
    openBranchChanges: async (argument) => {
      if (isBranchRowNode(argument)) await openDiff(argument, argument.row, language);
      if (isBranchDetailNode(argument)) await openCause(argument, language);
    },
  };
}

async function compareWith(
  { store, sendRequest, language }: CommandSurroundings,
  { comparisons, view }: BranchParts,
  argument: unknown,
): Promise<void> {
  const snapshot = await chooseProject(store, argument, language, isCompared);
  if (snapshot === undefined) return;
  const { project } = snapshot;
  const list = await sendRequest(RevisionsRequest, { project });
  if (list.kind === 'unknown') {
    await window.showWarningMessage(
      language.say('There is nothing to compare with: {0}.', language.express(list.why)),
    );
    return;
  }
  const revision = await pickRevision(list, language);
  if (revision === undefined) return;
  const outcome = await window.withProgress({ location: { viewId: VIEWS.branch } }, () =>
    comparisons.compare(project, revision),
  );
  if (outcome.done) await view.reveal();
  else await window.showWarningMessage(outcome.message);
}

async function copySummary(
  { sendRequest, language: { say } }: CommandSurroundings,
  { project }: ProjectSnapshot,
): Promise<void> {
  const text = await window.withProgress({ location: ProgressLocation.Window }, () =>
    sendRequest(BranchMarkdownRequest, { project }),
  );
  if (text === null) {
    await window.showInformationMessage(say('There is no comparison to sum up.'));
    return;
  }
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(say('Summary copied'), COPIED_SHOWN_MS);
}

/** Long enough to be seen, short enough not to be taken for a state. */
const COPIED_SHOWN_MS = 3_000;

/** What is new is shown where it is; what was there before, beside what it was. */
async function openRow(node: BranchRowNode, language: Language): Promise<void> {
  const { kind, place, uri } = node.row;
  const isNew = kind === 'introduced' || kind === 'accepted';
  if (isNew && place !== null) await openPlace(Uri.parse(uri, true), place);
  else await openDiff(node, node.row, language);
}

async function openCause(node: BranchDetailNode, language: Language): Promise<void> {
  const { detail, snapshot } = node;
  if (detail.kind !== 'cause') return;
  const { path } = detail;
  const uri = uriOf(snapshot, path).toString();
  await openDiff(node, { path, uri, place: null, text: '' }, language);
}

async function openDiff(
  { branch, snapshot }: Pick<BranchRowNode, 'branch' | 'snapshot'>,
  shown: ComparedPlace,
  language: Language,
): Promise<void> {
  const base = { project: snapshot.project, commit: branch.commit, path: shown.path };
  await openChanges(shown, base, branch.name, language);
}
