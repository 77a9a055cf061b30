import { readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MypyOutput } from '../../core/check/check-run.js';
import { isRecord } from '../../core/json/is-record.js';
import { LastOutput } from '../cache/last-output.js';
import { parseQuestions, type Question } from './questions.js';
import { RunRecord } from './run-record.js';

/** An answer of mypy's, as far as it is known without reading all of it. */
export interface AnswerHead {
  /** See `answerKey`. */
  readonly key: string;
  /** Of the run. */
  readonly token: string;
  /** Milliseconds that mypy took. */
  readonly durationMs: number;
  readonly exitCode: number;
  readonly stderr: string;
  /** Of standard output: from `LastOutput.keep`. */
  readonly digest: string;
}

/** How the attempt to keep an answer ended. */
export type Keeping =
  | { readonly kind: 'kept'; readonly questions: readonly Question[] }
  /** Something else than files decides what mypy says. */
  | { readonly kind: 'untold'; readonly why: string }
  /** There is nothing to be kept, or no place for it. */
  | { readonly kind: 'none' };

const HEAD = 'last-answer.json';
const QUESTIONS = 'last-questions.txt';

/**
 * What mypy said last with one cache, and what it asked of the file system for it, kept beside the
 * cache. Only who has the cache for itself reads or writes it. While mypy runs there is no such
 * answer: one that a crash comes between is not there either.
 */
export class KeptAnswer {
  readonly #folder: string;
  readonly #output: LastOutput;

  /** @param cacheFolder Absolute. */
  constructor(cacheFolder: string) {
    this.#folder = cacheFolder;
    this.#output = new LastOutput(cacheFolder);
  }

  /** Undefined where there is none. Synchronous, because it is small and asked before every run. */
  readHead(): AnswerHead | undefined {
    try {
      return parseHead(readFileSync(this.#place(HEAD), 'utf8'));
    } catch {
      // None was kept, or it cannot be read: then mypy is asked.
      return undefined;
    }
  }

  /** What mypy asked for it; undefined where that is not what was written. */
  async readQuestions({ token }: AnswerHead): Promise<readonly Question[] | undefined> {
    try {
      const read = parseQuestions(await readFile(this.#place(QUESTIONS), 'utf8'), token);
      return read.kind === 'read' ? read.questions : undefined;
    } catch {
      // As above.
      return undefined;
    }
  }

  /** What mypy printed; undefined where that is not what was written. */
  async readOutput({ digest, exitCode, stderr }: AnswerHead): Promise<MypyOutput | undefined> {
    const stdout = await this.#output.find(digest);
    return stdout === undefined ? undefined : { stdout, stderr, exitCode, signal: null };
  }

  /** mypy is asked again: what it said last is of the past. Throws where it cannot be removed. */
  drop(): void {
    rmSync(this.#place(HEAD), { force: true });
  }

  /** For the run that begins now. */
  openRecord(): RunRecord {
    return new RunRecord(this.#place(QUESTIONS));
  }

  /** Keeps what a run said and asked, if all of that is known. */
  async keep(record: RunRecord, key: string, durationMs: number): Promise<Keeping> {
    const { output, token } = record;
    if (output === undefined || output.exitCode === null) return { kind: 'none' };
    try {
      const read = parseQuestions(await readFile(record.file, 'utf8'), token);
      if (read.kind === 'untold') return read;
      if (read.kind === 'damaged') return { kind: 'none' };
      const { exitCode, stderr, stdout } = output;
      const digest = await this.#output.keep(stdout);
      await this.#write({ key, token, durationMs, exitCode, stderr, digest });
      return { kind: 'kept', questions: read.questions };
    } catch {
      // A full disk, or no questions: the next one asks mypy.
      return { kind: 'none' };
    }
  }

  /** Readers find a head that is whole, or none. */
  async #write(head: AnswerHead): Promise<void> {
    const { default: writeFileAtomic } = await import('write-file-atomic');
    // One that a crash of the machine takes away was worth a run of mypy.
    await writeFileAtomic(this.#place(HEAD), JSON.stringify(head), { fsync: false });
  }

  #place(name: string): string {
    return join(this.#folder, name);
  }
}

function parseHead(text: string): AnswerHead | undefined {
  const head: unknown = JSON.parse(text);
  if (!isRecord(head)) return undefined;
  const { key, token, durationMs, exitCode, stderr, digest } = head;
  if (typeof key !== 'string' || typeof token !== 'string') return undefined;
  if (typeof stderr !== 'string' || typeof digest !== 'string') return undefined;
  if (typeof durationMs !== 'number' || typeof exitCode !== 'number') return undefined;
  return { key, token, durationMs, exitCode, stderr, digest };
}
