import { createHash } from 'node:crypto';
import { type BigIntStats, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { ownCopy } from '../../core/text/own-copy.js';

/** Something that mypy asked of the file system, and what it was answered: see `mypy_reads.py`. */
export interface Question {
  /** As mypy asked: absolute, or relative to the root. */
  readonly path: string;
  /** As `mypy_reads.py` writes it, without the path. */
  readonly answer: string;
}

/** What a run asked, or why nobody can say. */
export type QuestionsRead =
  | { readonly kind: 'read'; readonly questions: readonly Question[] }
  /** Something else than files decides what mypy says. */
  | { readonly kind: 'untold'; readonly why: string }
  | { readonly kind: 'damaged' };

/** Questions that would not be answered the same now. */
export interface Differences {
  /** Absolute. */
  readonly paths: readonly string[];
  /**
   * Those of them that mypy itself would take for unchanged: it compares sizes and whole seconds.
   * Absolute.
   */
  readonly unseen: readonly string[];
}

/** Words of an answer, by its first: the path is what follows. */
const WORDS: ReadonlyMap<string, number> = new Map([
  ['f', 6],
  ['d', 1],
  ['o', 1],
  ['p', 1],
  ['-', 1],
  ['lf', 1],
  ['ld', 1],
  ['lo', 1],
  ['l-', 1],
  ['ll', 4],
  ['n', 2],
  ['s', 4],
  ['w', 2],
]);

/** Asked in a row before others get their turn: some two milliseconds. */
const ASKED_IN_A_ROW = 300;

/**
 * Reads what `mypy_reads.py` has written.
 *
 * @param token Of the run.
 */
export function parseQuestions(text: string, token: string): QuestionsRead {
  const lines = text.split('\n');
  if (lines[0] !== token || lines.at(-2) !== 'end' || lines.at(-1) !== '') {
    return { kind: 'damaged' };
  }
  const questions: Question[] = [];
  for (const line of lines.slice(1, -2)) {
    if (line.startsWith('flaw ')) return { kind: 'untold', why: line.slice('flaw '.length) };
    const question = parseQuestion(line);
    if (question === undefined) return { kind: 'damaged' };
    questions.push(question);
  }
  return { kind: 'read', questions };
}

/**
 * Asks again.
 *
 * @param root Absolute.
 * @param signal Ends it early, with what was found until then.
 */
export async function findDifferences(
  questions: readonly Question[],
  root: string,
  signal: AbortSignal,
): Promise<Differences> {
  const paths: string[] = [];
  const unseen: string[] = [];
  for (const [index, question] of questions.entries()) {
    if (index % ASKED_IN_A_ROW === ASKED_IN_A_ROW - 1) await setImmediate();
    if (signal.aborted) break;
    const path = resolve(root, question.path);
    const now = ask(path, question.answer);
    if (now === question.answer) continue;
    paths.push(path);
    if (isTakenForUnchanged(question.answer, now)) unseen.push(path);
  }
  return { paths, unseen };
}

/**
 * The questions about files that had been written shortly before, so that they may be again. They can
 * be kept: they are copies.
 */
export function selectFresh(questions: readonly Question[]): readonly Question[] {
  return questions
    .filter(({ answer }) => answer.startsWith('f ') && !answer.endsWith(' -'))
    .map(({ path, answer }) => ({ path: ownCopy(path), answer: ownCopy(answer) }));
}

/** The questions about some files (absolute paths), however mypy named these. */
export function selectQuestions(
  questions: readonly Question[],
  root: string,
  files: readonly string[],
): readonly Question[] {
  const names = new Set(files);
  for (const file of files) names.add(relative(root, file));
  return questions.filter(({ path }) => names.has(path));
}

function parseQuestion(line: string): Question | undefined {
  const count = WORDS.get(line.slice(0, line.indexOf(' ')));
  if (count === undefined) return undefined;
  let end = -1;
  for (let word = 0; word < count; word++) {
    end = line.indexOf(' ', end + 1);
    if (end < 0) return undefined;
  }
  return { answer: line.slice(0, end), path: line.slice(end + 1) };
}

/** What the file system answers now, in the form of an earlier answer. */
function ask(path: string, earlier: string): string {
  switch (earlier[0]) {
    case 'n':
      return describeNames(path);
    case 's':
      return describeFolder(statOf(path));
    case 'w':
      return `w ${statOf(path)?.mtimeNs ?? '-'}`;
    case 'l':
      return `l${describeLink(lstatOf(path))}`;
    default:
      return describe(path, statOf(path), earlier);
  }
}

function describe(path: string, stats: BigIntStats | undefined, earlier: string): string {
  if (stats === undefined) return '-';
  if (stats.isDirectory()) return 'd';
  if (!stats.isFile()) return 'o';
  if (earlier === 'p') return 'p';
  const stamp = `f ${stats.mtimeNs} ${ctimeOf(stats)} ${stats.size} ${inodeOf(stats)}`;
  if (earlier.endsWith(' -')) return `${stamp} -`;
  // The content need not be read where the stamp tells already.
  return `${stamp} ${earlier.startsWith(`${stamp} `) ? digestFile(path) : ''}`;
}

function describeLink(stats: BigIntStats | undefined): string {
  if (stats === undefined) return '-';
  if (stats.isSymbolicLink()) return `l ${stats.mtimeNs} ${ctimeOf(stats)} ${inodeOf(stats)}`;
  if (stats.isDirectory()) return 'd';
  return stats.isFile() ? 'f' : 'o';
}

function describeNames(path: string): string {
  try {
    const names = readdirSync(path, { encoding: 'buffer' }).sort(Buffer.compare);
    const hash = createHash('sha256');
    for (const [index, name] of names.entries()) {
      if (index > 0) hash.update('\0');
      hash.update(name);
    }
    return `n ${hash.digest('hex')}`;
  } catch {
    // Gone or out of reach, as mypy would find it.
    return '-';
  }
}

function describeFolder(stats: BigIntStats | undefined): string {
  return stats === undefined ? '-' : `s ${stats.mtimeNs} ${ctimeOf(stats)} ${inodeOf(stats)}`;
}

function digestFile(path: string): string {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch {
    // Gone this very moment: no content is this.
    return '';
  }
}

/** Whether mypy compares two answers and finds no difference. */
function isTakenForUnchanged(before: string, now: string): boolean {
  const [kind, mtime = '', , size] = before.split(' ');
  const [kindNow, mtimeNow = '', , sizeNow] = now.split(' ');
  return kind === 'f' && kindNow === 'f' && size === sizeNow && sameSecond(mtime, mtimeNow);
}

function sameSecond(left: string, right: string): boolean {
  return left.slice(0, -9) === right.slice(0, -9);
}

/** As `ctime_of` of `mypy_reads.py`. */
function ctimeOf({ ctimeNs }: BigIntStats): string {
  return process.platform === 'win32' ? '-' : String(ctimeNs);
}

/** As `inode_of` of `mypy_reads.py`. */
function inodeOf({ ino }: BigIntStats): string {
  return process.platform === 'win32' ? '-' : String(ino);
}

function statOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    // What cannot be seen is not there, for mypy as for us.
    return undefined;
  }
}

function lstatOf(path: string): BigIntStats | undefined {
  try {
    return lstatSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    // As above.
    return undefined;
  }
}
