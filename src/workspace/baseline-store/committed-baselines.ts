import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { BaselineRead } from '../../core/baseline/baseline.js';
import { type BlobName, Git } from '../git/git.js';
import type { BaselineMemory } from './baseline-memory.js';
import { decodeBaseline } from './decode-baseline.js';

/** The baseline of a commit. */
export type CommittedBaseline =
  | { readonly kind: 'found'; readonly read: BaselineRead }
  /** The commit has no such file, or there is no commit or repository at all. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed'; readonly detail: string };

/**
 * Reads the baselines of commits. git is asked for their names first: what was read before, or lies
 * on disk word for word, git need not send, which with a hundred thousand entries takes longer than
 * to compare them.
 */
export class CommittedBaselines {
  readonly #git = new Git();
  readonly #memory: BaselineMemory;

  constructor(memory: BaselineMemory) {
    this.#memory = memory;
  }

  /** @param file Absolute path of the baseline. */
  async read(file: string, revision = 'HEAD'): Promise<CommittedBaseline> {
    const blob = await this.#git.nameCommitted(file, revision);
    if (blob.kind !== 'blob') return blob;
    const known = this.#memory.recall(blob.id);
    if (known !== undefined) return { kind: 'found', read: known };
    const onDisk = await readSame(file, blob);
    if (onDisk !== undefined) return this.#parse(onDisk, blob);
    const sent = await this.#git.readBlob(file, blob.id);
    return sent.kind === 'text' ? this.#parse(sent.text, blob) : sent;
  }

  #parse(content: string, { id }: BlobName): CommittedBaseline {
    return { kind: 'found', read: this.#memory.parse(content, id) };
  }
}

/** The text of a file that is a blob byte by byte; undefined where it is not. */
async function readSame(file: string, blob: BlobName): Promise<string | undefined> {
  try {
    if ((await stat(file)).size !== blob.bytes) return undefined;
    const bytes = await readFile(file);
    return nameBlob(bytes, blob.id.length) === blob.id ? decodeBaseline(bytes) : undefined;
  } catch {
    // It is gone, out of reach, or no text: then it is git that says what the commit has.
    return undefined;
  }
}

/**
 * What git calls a file with these bytes.
 *
 * @param length Hexadecimal digits: 40, or 64 in a repository that hashes by SHA-256.
 */
function nameBlob(bytes: Uint8Array, length: number): string {
  return createHash(length === 40 ? 'sha1' : 'sha256')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
