import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { TextDecoder } from 'node:util';
import writeFileAtomic from 'write-file-atomic';
import type { BaselineRead } from '../../core/baseline/baseline.js';
import { type BaselineMerge, mergeBaselines } from '../../core/baseline/merge-baseline.js';
import type { MergeSides } from '../../core/baseline/merge-entries.js';
import { ENGLISH, verbatim } from '../../core/language/language.js';
import { describeProblem } from '../../core/problem/describe-problem.js';
import { visibleLines } from '../../core/text/visible-text.js';
import { messageOf } from '../../core/thrown/message-of.js';
import { describeDisk } from '../../project/baseline-pair.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Terminal } from '../terminal.js';

/** The files that git hands to a merge driver, absolute or relative to the terminal's folder. */
export interface MergeFiles extends MergeSides<string> {
  /** The baseline's path in the repository (`%P`), for messages: the others are temporary files. */
  readonly path?: string;
}

type Unusable = Extract<BaselineMerge, { kind: 'unusable' }>;
type Unreadable = Extract<BaselineRead, { kind: 'unreadable' }>;
type TextRead = { readonly kind: 'text'; readonly text: string } | Unreadable;

/**
 * Merges as git's merge driver (`mypy-ratchet merge %O %A %B %P`) and writes the result into `ours`.
 * git takes 0 for a clean merge and any other code up to 128 for a conflict, in which what stands in
 * `ours` is left in the work tree (gitattributes, "Defining a custom merge driver").
 */
export async function runMerge(
  files: MergeFiles,
  terminal: Pick<Terminal, 'err' | 'cwd'>,
): Promise<ExitCode> {
  const target = resolve(terminal.cwd, files.ours);
  const name = files.path ?? files.ours;
  const merge = await mergeFiles(files, terminal.cwd);
  if (merge.kind === 'unusable') {
    terminal.err(`${visibleLines(describeUnusable(merge, name))}\n`);
    return EXIT.failed;
  }
  try {
    // Not by halves: git would take what is left of a file for the result.
    await writeFileAtomic(target, merge.content, { encoding: 'utf8' });
  } catch (error) {
    const detail = verbatim(messageOf(error));
    const problem = { kind: 'baseline-not-written', path: name, detail } as const;
    terminal.err(`${visibleLines(describeProblem(problem, ENGLISH).message)}\n`);
    return EXIT.failed;
  }
  if (merge.kind === 'merged') return EXIT.pass;
  terminal.err(`${visibleLines(describeConflict(merge, name))}\n`);
  return EXIT.regressions;
}

async function mergeFiles(files: MergeFiles, cwd: string): Promise<BaselineMerge> {
  const [base, ours, theirs] = await Promise.all([
    readText(resolve(cwd, files.base)),
    readText(resolve(cwd, files.ours)),
    readText(resolve(cwd, files.theirs)),
  ]);
  if (ours.kind !== 'text') return { kind: 'unusable', which: 'ours', read: ours };
  if (theirs.kind !== 'text') return { kind: 'unusable', which: 'theirs', read: theirs };
  if (base.kind !== 'text') return { kind: 'unusable', which: 'base', read: base };
  return mergeBaselines({ base: base.text, ours: ours.text, theirs: theirs.text });
}

async function readText(file: string): Promise<TextRead> {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return { kind: 'text', text: decoder.decode(await readFile(file)) };
  } catch (error) {
    return { kind: 'unreadable', detail: verbatim(messageOf(error)) };
  }
}

const SIDES: Readonly<Record<Unusable['which'], string>> = {
  base: 'the common ancestor',
  ours: 'our side',
  theirs: 'their side',
};

function describeUnusable({ which, read }: Unusable, name: string): string {
  const problems = describeDisk(name, read).map(
    (problem) => describeProblem(problem, ENGLISH).message,
  );
  return [`${name} is not merged, because of ${SIDES[which]}:`, ...problems].join(' ');
}

function describeConflict(
  { differences }: Extract<BaselineMerge, { kind: 'conflict' }>,
  name: string,
): string {
  const fields = differences.map(
    ({ field, baseline, here }) =>
      `  ${field}: ${baseline || '(none)'} (ours), ${here || '(none)'} (theirs)`,
  );
  return [
    `${name}: the entries are merged; each side was written in another environment, and both headers are kept:`,
    ...fields,
    'mypy-ratchet update writes the one of the merged tree.',
  ].join('\n');
}
