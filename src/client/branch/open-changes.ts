import {
  commands,
  Range,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Language } from '../../core/language/language.js';
import type { BranchRow } from '../../protocol/branch-messages.js';
import { type BaseFileName, NO_FILE, toBaseUri } from './base-files.js';
import { findLine } from './find-line.js';

/** What is to be seen of a file: where the error is, or the line that it was on. */
export type ComparedPlace = Pick<BranchRow, 'path' | 'uri' | 'place' | 'text'>;

/**
 * Opens a file as the base has it beside what it is now, at a place: on the right where
 * the error is, or on the left where its line was.
 *
 * @param name What the base is called, `main`.
 */
export async function openChanges(
  shown: ComparedPlace,
  base: BaseFileName,
  name: string,
  { say }: Language,
): Promise<void> {
  const left = toBaseUri(base);
  const right = await findFile(shown, base);
  const title = say('{0} ({1} ↔ Working Tree)', shown.path, name);
  const { place } = shown;
  const selection =
    place && new Range(place.line, place.character, place.endLine, place.endCharacter);
  await commands.executeCommand('vscode.diff', left, right, title, selection ? { selection } : {});
  if (selection !== null) return;
  const editor = window.visibleTextEditors.find(({ document }) => isSame(document.uri, left));
  if (editor !== undefined) reveal(editor, findLine(editor.document.getText(), shown.text));
}

async function findFile(shown: ComparedPlace, base: BaseFileName): Promise<Uri> {
  const uri = Uri.parse(shown.uri, true);
  try {
    await workspace.fs.stat(uri);
    return uri;
  } catch {
    // Deleted: that is what is to be seen.
    return toBaseUri({ ...base, path: NO_FILE });
  }
}

function reveal(editor: TextEditor, line: number | undefined): void {
  if (line === undefined) return;
  const { range } = editor.document.lineAt(line);
  editor.revealRange(range, TextEditorRevealType.InCenter);
}

function isSame(left: Uri, right: Uri): boolean {
  return left.toString() === right.toString();
}
