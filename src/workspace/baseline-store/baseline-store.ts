import { access, constants, readFile, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BaselineRead } from '../../core/baseline/baseline.js';
import { type Phrase, phrase, verbatim } from '../../core/language/language.js';
import { messageOf } from '../../core/thrown/message-of.js';
import { stampFile } from '../file-stamp.js';
import { BaselineMemory } from './baseline-memory.js';
import { decodeBaseline } from './decode-baseline.js';
import { withFileLock } from './file-lock.js';

/** What to do with the file, decided on what stands in it while nobody else may write. */
export type WriteDecision =
  | { readonly kind: 'keep' }
  | { readonly kind: 'write'; readonly content: string };

export type WriteResult =
  | { readonly kind: 'written' }
  | { readonly kind: 'unchanged' }
  /** It holds something that is not ours to overwrite. */
  | { readonly kind: 'refused'; readonly detail: Phrase }
  | { readonly kind: 'failed'; readonly detail: Phrase };

/** Some ten thousand entries. */
const SOON_READ_BYTES = 2 * 2 ** 20;

/** One baseline file on disk, shared with other processes that use it the same way. */
export class BaselineStore {
  readonly #path: string;
  readonly #memory: BaselineMemory;
  /** The last read, with the file's stamp. */
  #stamped: { readonly stamp: string; readonly read: BaselineRead } | undefined;

  /**
   * @param path Absolute.
   * @param memory May be shared by whoever reads other versions of the same baseline.
   */
  constructor(path: string, memory = new BaselineMemory()) {
    this.#path = path;
    this.#memory = memory;
  }

  /** What stands in the file. One whose time stamp did not change is not read again. */
  async read(): Promise<BaselineRead> {
    const stamp = stampFile(this.#path);
    if (stamp !== undefined && this.#stamped?.stamp === stamp) return this.#stamped.read;
    const read = await this.#readAnew();
    this.#stamped = stamp === undefined ? undefined : { stamp, read };
    return read;
  }

  /** Reads the file for whoever asks next, if that takes no longer than Python to start. */
  async readAhead(): Promise<void> {
    try {
      if ((await stat(this.#path)).size <= SOON_READ_BYTES) await this.read();
    } catch {
      // It is not there, or out of reach: whoever asks is told.
    }
  }

  async #readAnew(): Promise<BaselineRead> {
    let bytes: Uint8Array;
    try {
      bytes = await readFile(this.#path);
    } catch (error) {
      return codeOf(error) === 'ENOENT'
        ? { kind: 'absent' }
        : { kind: 'unreadable', detail: verbatim(messageOf(error)) };
    }
    let content: string;
    try {
      content = decodeBaseline(bytes);
    } catch (error) {
      return { kind: 'unreadable', detail: describeUndecoded(error) };
    }
    return this.#memory.parse(content);
  }

  /**
   * Lets `decide` see the file and writes what it wants, all under the lock, by a temporary file
   * and a rename. Conflict markers may be replaced by their repair; what is unreadable, malformed
   * or of a newer version is never written over.
   */
  async write(decide: (current: BaselineRead) => WriteDecision): Promise<WriteResult> {
    try {
      const target = await this.#target();
      return await withFileLock(target, () => this.#writeLocked(target, decide));
    } catch (error) {
      return { kind: 'failed', detail: verbatim(messageOf(error)) };
    }
  }

  async #writeLocked(
    target: string,
    decide: (current: BaselineRead) => WriteDecision,
  ): Promise<WriteResult> {
    const stamp = stampFile(target);
    const current = await this.#readAnew();
    const decision = decide(current);
    if (decision.kind === 'keep') return { kind: 'unchanged' };
    switch (current.kind) {
      case 'unreadable':
      case 'malformed':
      case 'newer':
        return { kind: 'refused', detail: describeKept(current.kind) };
      case 'read':
      case 'conflicted':
        if (current.content === decision.content) return { kind: 'unchanged' };
        break;
      case 'absent':
        break;
    }
    const { default: writeFileAtomic } = await import('write-file-atomic');
    // git and people know nothing of our lock, and to decide takes a while on a large baseline.
    if (stampFile(target) !== stamp) {
      return { kind: 'failed', detail: phrase('it was changed by another program meanwhile') };
    }
    await writeFileAtomic(target, decision.content, { encoding: 'utf8' });
    return { kind: 'written' };
  }

  /**
   * Where the bytes are: a symbolic link stays one. Throws where nothing can be written, because
   * waiting for a lock there would be waiting in vain.
   */
  async #target(): Promise<string> {
    await access(dirname(this.#path), constants.W_OK);
    try {
      return await realpath(this.#path);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return this.#path;
      throw error;
    }
  }
}

/** Why a file is left as it is. */
function describeKept(kind: 'unreadable' | 'malformed' | 'newer'): Phrase {
  switch (kind) {
    case 'unreadable':
      return phrase('it is unreadable');
    case 'malformed':
      return phrase('it is malformed');
    case 'newer':
      return phrase('it is newer');
  }
}

/** A file of 512 MiB is UTF-8 and too long for a string (Node 20): to say so helps, to guess does not. */
function describeUndecoded(error: unknown): Phrase {
  return codeOf(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA'
    ? phrase('it is not UTF-8 text')
    : verbatim(messageOf(error));
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
