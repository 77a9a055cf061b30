import { Uri, window } from 'vscode';
import type { Language } from '../../core/language/language.js';
import type { ProjectSnapshot } from '../../protocol/messages.js';
import { nearness } from '../project-of-file.js';
import type { SnapshotStore } from '../store.js';
import { isTreeNode } from './command-arguments.js';

/**
 * The project that a command is about: the one it was called with, the only one that fits, or the
 * one the person picks. Undefined when there is none or the person picked none.
 */
export async function chooseProject(
  store: SnapshotStore,
  argument: unknown,
  { say }: Language,
  fits: (snapshot: ProjectSnapshot) => boolean = () => true,
): Promise<ProjectSnapshot | undefined> {
  const named = store.find(projectOf(argument) ?? '');
  if (named !== undefined) return named;
  const candidates = store.all.filter(fits);
  const [only, second] = candidates;
  if (only === undefined) {
    await window.showInformationMessage(
      say('Mypy Ratchet has no project open that this applies to.'),
    );
    return undefined;
  }
  if (second === undefined) return only;
  const items = sortByEditor(candidates).map((snapshot) => ({
    label: snapshot.name,
    description: Uri.parse(snapshot.project).fsPath,
    snapshot,
  }));
  return (await window.showQuickPick(items, { placeHolder: say('Which project?') }))?.snapshot;
}

function projectOf(argument: unknown): string | undefined {
  if (isTreeNode(argument)) return argument.snapshot.project;
  return typeof argument === 'string' ? argument : undefined;
}

/** The project of the open editor comes first, so that Enter takes it. */
function sortByEditor(snapshots: readonly ProjectSnapshot[]): readonly ProjectSnapshot[] {
  const file = window.activeTextEditor?.document.uri.toString() ?? '';
  return snapshots.toSorted((a, b) => nearness(file, b) - nearness(file, a));
}
