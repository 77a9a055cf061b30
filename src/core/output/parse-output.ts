import type { MypyError, MypyNote } from '../error/mypy-error.js';
import { attachNotes, type Said } from './attach-notes.js';
import { countsAsError, type ReadLine, type ReadLines } from './line-memory.js';
import type { Summary } from './message.js';
import { splitLines } from './split-lines.js';

/** mypy's standard output, read as far as it can be understood. */
export interface ParsedOutput {
  readonly errors: readonly MypyError[];
  /** Notes that explain no error; they count for nothing. */
  readonly orphans: readonly MypyNote[];
  /** Lines that are not mypy's. */
  readonly noise: readonly string[];
  /** The only summary line; undefined when there is none, or more than one. */
  readonly summary: Summary | undefined;
  /** Whether a message follows the summary, which mypy never does. */
  readonly continuesAfterSummary: boolean;
  /** Lines that mypy counts as errors in its summary: see {@link countsAsError}. */
  readonly countedErrors: number;
  /** Lines that count and are no message that we can read, and a last line without its end. */
  readonly unreadErrors: readonly string[];
  /** Messages in JSON. */
  readonly records: number;
  readonly textMessages: number;
}

/** Reads mypy's standard output; every line may be text or JSON. Never throws. */
export function parseOutput(stdout: string, readLines: ReadLines): ParsedOutput {
  const { lines, cut } = splitLines(stdout);
  return parseLines(lines, readLines(lines), cut);
}

/**
 * The same of lines that were read already.
 *
 * @param cut What follows the last line, which is not whole; mostly nothing.
 */
export function parseLines(
  lines: readonly string[],
  readLines: Iterable<ReadLine>,
  cut: string,
): ParsedOutput {
  const said: Said[] = [];
  const summaries: Summary[] = [];
  const noise: string[] = [];
  let records = 0;
  let countedErrors = 0;
  let continuesAfterSummary = false;
  let index = 0;
  for (const read of readLines) {
    const line = lines[index++] ?? '';
    if (read.counts) countedErrors++;
    if (read.kind === 'said') {
      said.push(read.said);
      if (read.format === 'json') records++;
      continuesAfterSummary = summaries.length > 0;
    } else if (read.kind === 'summary') {
      summaries.push(read.summary);
      continuesAfterSummary = false;
    } else if (line !== '') noise.push(line);
  }
  if (cut !== '') noise.push(cut);
  return {
    ...attachNotes(said),
    noise,
    summary: summaries.length === 1 ? summaries[0] : undefined,
    continuesAfterSummary,
    countedErrors,
    unreadErrors: noise.filter((line) => countsAsError(line) || line === cut),
    records,
    textMessages: said.length - records,
  };
}
