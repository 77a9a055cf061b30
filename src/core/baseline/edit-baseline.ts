import type { BaselineEntry, BaselineEnvironment, ReadBaseline } from './baseline.js';
import { compareEntries } from './byte-order.js';
import { serialiseEntry, serialiseHeader } from './serialise-baseline.js';

/** What to change in a baseline file; everything else stays as it stands. */
export interface BaselineEdit {
  /** Indexes into `baseline.entries`. */
  readonly removed: ReadonlySet<number>;
  readonly added: readonly BaselineEntry[];
  /** Replaces the header; undefined keeps it. */
  readonly environment?: BaselineEnvironment;
}

/** An entry with its line, without a line feed. */
export interface EntryLine {
  readonly entry: BaselineEntry;
  readonly line: string;
}

/**
 * The file's text after an edit. Lines that need not change stay byte for byte, their ends included,
 * so that git shows what was decided and nothing else; an edit that changes nothing returns the text
 * unchanged. Any other puts lines that a union merge left out of order back into it.
 */
export function editBaseline(read: ReadBaseline, edit: BaselineEdit): string {
  const isHeaderKept = keepsHeader(read, edit);
  const isSingle = edit.environment === undefined || read.doubledHeaders.length === 0;
  if (edit.removed.size === 0 && edit.added.length === 0 && isHeaderKept && isSingle) {
    return read.content;
  }
  const end = read.header.endsWith('\r') ? '\r' : '';
  const kept = linesOf(read).filter((_, index) => !edit.removed.has(index));
  const added = edit.added.map((entry) => ({ entry, line: `${serialiseEntry(entry)}${end}` }));
  const { environment = read.baseline.environment } = edit;
  const header = isHeaderKept ? read.header : `${serialiseHeader(environment)}${end}`;
  return joinLines(header, [...kept, ...added]);
}

/** The entries of a file with their lines. */
export function linesOf({ baseline, lines }: ReadBaseline): readonly EntryLine[] {
  return baseline.entries.map((entry, index) => ({
    entry,
    line: lines[index] ?? serialiseEntry(entry),
  }));
}

/** The text of a file: its lines in order, below the header. */
export function joinLines(header: string, lines: readonly EntryLine[]): string {
  const ordered = lines.toSorted((a, b) => compareEntries(a.entry, b.entry));
  return [header, ...ordered.map(({ line }) => line), ''].join('\n');
}

/** Whether the header's line says what it must say already, so that hand-written spacing stays. */
function keepsHeader({ baseline }: ReadBaseline, { environment }: BaselineEdit): boolean {
  if (environment === undefined) return true;
  return serialiseHeader(baseline.environment) === serialiseHeader(environment);
}
