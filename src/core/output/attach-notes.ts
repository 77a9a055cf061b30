import type { MypyError, MypyNote, MypyPosition } from '../error/mypy-error.js';
import { type Message, OWN_NOTE_CODES } from './message.js';

/** mypy's errors, each with the notes that explain it, and the notes that explain none. */
export interface AttachedNotes {
  readonly errors: readonly MypyError[];
  readonly orphans: readonly MypyNote[];
}

/** A message as it counts: an error with the notes that its own line gives it, or a note. */
export type Said =
  | { readonly kind: 'error'; readonly error: MypyError }
  | { readonly kind: 'note'; readonly message: Message };

const NONE = -1;
const NO_NOTES: readonly MypyNote[] = [];

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
export function attachNotes(said: readonly Said[]): AttachedNotes {
  const errors: MypyError[] = [];
  const references: Reference[] = [];
  const orphans: MypyNote[] = [];
  const added = new Map<number, MypyNote[]>();
  const add = (index: number, note: MypyNote) => {
    const notes = added.get(index);
    if (index < 0) orphans.push(note);
    else if (notes === undefined) added.set(index, [note]);
    else notes.push(note);
  };
  for (const one of said) {
    if (one.kind === 'error') {
      errors.push(one.error);
      continue;
    }
    const { message } = one;
    const note = toNote(message, message.text);
    const explained = OWN_NOTE_CODES.has(message.code) ? NONE : findExplained(errors, message);
    const name = /^(?<name>".*") defined here$/.exec(message.text)?.groups?.['name'];
    if (explained === NONE && name !== undefined) {
      references.push({ note, name, position: errors.length });
    } else add(explained, note);
  }
  for (const reference of references) add(findNaming(errors, reference), reference.note);
  // An error without a note stays the value it is: most are those of the run before.
  for (const [index, notes] of added) {
    const error = errors[index];
    if (error !== undefined) errors[index] = { ...error, notes: [...error.notes, ...notes] };
  }
  return { errors, orphans };
}

/** What a message says by itself. */
export function toSaid(message: Message): Said {
  if (message.severity === 'note') return { kind: 'note', message };
  const { path, start, end, code, text, hints } = message;
  const notes = hints.length === 0 ? NO_NOTES : hints.map((hint) => toNote(message, hint));
  const error = {
    path,
    start,
    end: isBefore(end, start) ? start : end,
    code,
    message: text,
    notes,
  };
  return { kind: 'error', error };
}

/** Among the last errors, all of the note's line, the one at its column or else the very last. */
function findExplained(errors: readonly MypyError[], note: Message): number {
  const last = errors.length - 1;
  for (let at = last; at >= 0; at--) {
    const error = errors[at];
    if (error === undefined || !isSameLine(error, note)) break;
    if (error.start.column === note.start.column) return at;
  }
  const end = errors[last];
  return end !== undefined && isSameLine(end, note) ? last : NONE;
}

function findNaming(errors: readonly MypyError[], { name, position }: Reference): number {
  const isNaming = (at: number) => errors[at]?.message.includes(`for ${name}`) === true;
  // Without copies of the list: a long output has many such notes.
  for (let at = position - 1; at >= 0; at--) if (isNaming(at)) return at;
  for (let at = position; at < errors.length; at++) if (isNaming(at)) return at;
  return NONE;
}

function isSameLine(left: MypyError, right: Message): boolean {
  return left.path === right.path && left.start.line === right.start.line;
}

function toNote({ path, start }: Message, message: string): MypyNote {
  return { path, start, message };
}

/** Up to 1.19, a type in a string ends on its own line 1 (`t.py:3:10:1:18`). */
function isBefore(end: MypyPosition, start: MypyPosition): boolean {
  return end.line < start.line || (end.line === start.line && end.column < start.column);
}
