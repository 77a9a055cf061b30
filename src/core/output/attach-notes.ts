import type { MypyError, MypyNote, MypyPosition } from '../error/mypy-error.js';
import { type Message, OWN_NOTE_CODES } from './message.js';

/** mypy's errors, each with the notes that explain it, and the notes that explain none. */
export interface AttachedNotes {
  readonly errors: readonly MypyError[];
  readonly orphans: readonly MypyNote[];
}

/** An error whose notes are still to come. */
interface Draft extends MypyError {
  readonly notes: MypyNote[];
}

/** A note about a definition, which mypy prints at that definition: often in another file. */
interface Reference {
  readonly note: MypyNote;
  /** The definition as the error quotes it: `"m" of "C"`. */
  readonly name: string;
  /** How many errors had been printed before it. */
  readonly position: number;
}

/**
 * Joins notes to errors. A note belongs to the error before it at the same path and line, if it
 * can to one at the same column; `"f" defined here` belongs to the nearest error that names `"f"`,
 * one before it first.
 */
export function attachNotes(messages: readonly Message[]): AttachedNotes {
  const drafts: Draft[] = [];
  const references: Reference[] = [];
  const orphans: MypyNote[] = [];
  for (const message of messages) {
    if (message.severity === 'error') {
      drafts.push(toDraft(message));
      continue;
    }
    const note = toNote(message, message.text);
    const explained = OWN_NOTE_CODES.has(message.code) ? undefined : findExplained(drafts, message);
    const name = /^(?<name>".*") defined here$/.exec(message.text)?.groups?.['name'];
    if (explained !== undefined) explained.notes.push(note);
    else if (name !== undefined) references.push({ note, name, position: drafts.length });
    else orphans.push(note);
  }
  for (const reference of references) {
    const naming = findNaming(drafts, reference);
    if (naming === undefined) orphans.push(reference.note);
    else naming.notes.push(reference.note);
  }
  return { errors: drafts, orphans };
}

/** Among the last errors, all of the note's line, the one at its column or else the very last. */
function findExplained(drafts: readonly Draft[], note: Message): Draft | undefined {
  const end = drafts.findLastIndex((draft) => !isSameLine(draft, note)) + 1;
  const candidates = drafts.slice(end);
  return (
    candidates.findLast(({ start }) => start.column === note.start.column) ?? candidates.at(-1)
  );
}

function findNaming(drafts: readonly Draft[], { name, position }: Reference): Draft | undefined {
  const isNaming = (draft: Draft | undefined) => draft?.message.includes(`for ${name}`);
  // Without copies of the list: a long output has many such notes.
  for (let at = position - 1; at >= 0; at--) if (isNaming(drafts[at])) return drafts[at];
  for (let at = position; at < drafts.length; at++) if (isNaming(drafts[at])) return drafts[at];
  return undefined;
}

function isSameLine(left: Draft, right: Message): boolean {
  return left.path === right.path && left.start.line === right.start.line;
}

function toNote({ path, start }: Message, message: string): MypyNote {
  return { path, start, message };
}

function toDraft(message: Message): Draft {
  const { path, start, end, code, text, hints } = message;
  const notes = hints.length === 0 ? [] : hints.map((hint) => toNote(message, hint));
  return { path, start, end: isBefore(end, start) ? start : end, code, message: text, notes };
}

/** Up to 1.19, a type in a string ends on its own line 1 (`t.py:3:10:1:18`). */
function isBefore(end: MypyPosition, start: MypyPosition): boolean {
  return end.line < start.line || (end.line === start.line && end.column < start.column);
}
