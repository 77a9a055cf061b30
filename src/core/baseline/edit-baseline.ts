import type { BaselineEntry, BaselineEnvironment, ReadBaseline } from './baseline.js';
import { compareEntries } from './byte-order.js';
import { splitLines } from './parse-baseline.js';
import { serialiseEntry, serialiseHeader } from './serialise-baseline.js';

/** What to change in a baseline file; everything else stays as it stands. */
export interface BaselineEdit {
  /** Indexes into `baseline.entries`. */
  readonly removed: ReadonlySet<number>;
  readonly added: readonly BaselineEntry[];
  /** Replaces the header; undefined keeps it. */
  readonly environment?: BaselineEnvironment;
}

/**
 * The file's text after an edit. Lines that need not change stay byte for byte, so that git shows
 * what was decided and nothing else; an edit that changes nothing returns the text unchanged.
 */
export function editBaseline(read: ReadBaseline, edit: BaselineEdit): string {
  if (edit.removed.size === 0 && edit.added.length === 0 && edit.environment === undefined) {
    return read.content;
  }
  const { entries } = read.baseline;
  const kept = entries.flatMap((entry, index) =>
    edit.removed.has(index) ? [] : [{ entry, line: read.lines[index] ?? serialiseEntry(entry) }],
  );
  const added = edit.added.map((entry) => ({ entry, line: serialiseEntry(entry) }));
  const rows = [...kept, ...added].sort((a, b) => compareEntries(a.entry, b.entry));
  const end = read.content.includes('\r\n') ? '\r\n' : '\n';
  return [headerLine(read, edit), ...rows.map((row) => row.line), ''].join(end);
}

/** The old header line where it still says the same, so that hand-written spacing stays. */
function headerLine(read: ReadBaseline, edit: BaselineEdit): string {
  const written = serialiseHeader(edit.environment ?? read.baseline.environment);
  if (read.doubledHeaders.length > 0 || edit.environment !== undefined) return written;
  return splitLines(read.content).find((line) => line.trim() !== '') ?? written;
}
