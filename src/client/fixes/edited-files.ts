import { createHash } from 'node:crypto';
import {
  EndOfLine,
  Position,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { nameEdit } from '../../core/fix/apply-edits.js';
import { findApplied, withoutFixes } from '../../core/fix/find-applied.js';
import type { TextEdit } from '../../core/fix/fix.js';
import type { Language } from '../../core/language/language.js';
import type { FixProposal, ProposedFile, ProposedFix } from '../../protocol/fix-messages.js';

/**
 * A file of a proposal as it was before the fixes. Its document is opened anew each time: VS Code keeps
 * some fifty of those that no editor shows.
 */
export interface EditedFile {
  readonly file: ProposedFile;
  /** With lines ended by LF. */
  readonly before: string;
}

/** Fixes that were made in a file. */
export interface MadeFixes {
  readonly edited: EditedFile;
  readonly fixes: readonly ProposedFix[];
  /** The text with them; null where it was changed in other ways too, as a formatter does on save. */
  readonly after: string | null;
}

/** The files of a proposal whose text is still what was proved; the others are left out. */
export async function openFiles({ files }: FixProposal): Promise<readonly EditedFile[]> {
  const opened: EditedFile[] = [];
  for (const file of files) {
    const before = textOf(await openDocument(file));
    const digest = createHash('sha256').update(before).digest('hex');
    if (digest === file.digest) opened.push({ file, before });
  }
  return opened;
}

/**
 * The fixes as one edit.
 *
 * @param isPreviewed Whether the person is to see every change before it is made. VS Code shows them
 *   all when one of them has to be confirmed, and leaves just those without a tick that have to: an
 *   edit that changes nothing is the one, so that hundreds need not be ticked.
 */
export function toWorkspaceEdit(
  files: readonly EditedFile[],
  isPreviewed: boolean,
  { say }: Language,
): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  const [first] = files;
  if (isPreviewed && first !== undefined) {
    const label = say('Changes nothing, opens this preview');
    const opens = { needsConfirmation: true, label };
    edit.insert(Uri.parse(first.file.uri), new Position(0, 0), '', opens);
  }
  for (const { file } of files) {
    const uri = Uri.parse(file.uri);
    for (const { range, newText, title } of labelEdits(file.fixes)) {
      const { startLine, startCharacter, endLine, endCharacter } = range;
      const place = new Range(startLine, startCharacter, endLine, endCharacter);
      edit.replace(uri, place, newText, {
        needsConfirmation: false,
        label: title,
        description: say('proved by mypy'),
      });
    }
  }
  return edit;
}

/** Each edit once, with the title of the first fix that needs it. */
function labelEdits(
  fixes: readonly ProposedFix[],
): readonly (TextEdit & Pick<ProposedFix, 'title'>)[] {
  const labelled = new Map<string, TextEdit & Pick<ProposedFix, 'title'>>();
  for (const { title, edits } of fixes) {
    for (const edit of edits) {
      const name = nameEdit(edit);
      if (!labelled.has(name)) labelled.set(name, { ...edit, title });
    }
  }
  return [...labelled.values()];
}

/** Finds which fixes a person has made, and saves their files. */
export async function saveMade(files: readonly EditedFile[]): Promise<readonly MadeFixes[]> {
  const made: MadeFixes[] = [];
  for (const edited of files) {
    const { file, before } = edited;
    const document = await openDocument(file);
    const after = textOf(document);
    const found = findApplied(before, file.fixes, after);
    const fixes = found ?? file.fixes;
    if (fixes.length === 0) continue;
    made.push({ edited, fixes, after: found === undefined ? null : after });
    await document.save();
  }
  return made;
}

/** Takes fixes back, in files that nobody has changed since. The answer says in how many. */
export async function takeBack(
  made: readonly MadeFixes[],
  isUnwanted: (fix: ProposedFix) => boolean,
): Promise<number> {
  const edit = new WorkspaceEdit();
  const changed: ProposedFile[] = [];
  for (const { edited, fixes, after } of made) {
    const { file, before } = edited;
    const unwanted = new Set(fixes.filter(isUnwanted));
    if (unwanted.size === 0 || after === null) continue;
    const document = await openDocument(file);
    if (textOf(document) !== after) continue;
    const whole = new Range(0, 0, document.lineCount, 0);
    edit.replace(document.uri, whole, withoutFixes(before, fixes, unwanted));
    changed.push(file);
  }
  if (changed.length === 0 || !(await workspace.applyEdit(edit))) return 0;
  for (const file of changed) await (await openDocument(file)).save();
  return changed.length;
}

function openDocument({ uri }: ProposedFile): Thenable<TextDocument> {
  return workspace.openTextDocument(Uri.parse(uri));
}

function textOf(document: TextDocument): string {
  const text = document.getText();
  return document.eol === EndOfLine.CRLF ? text.replaceAll('\r\n', '\n') : text;
}
