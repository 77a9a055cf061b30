import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { messageOf } from '../../core/thrown/message-of.js';
import { parseJson, toCount, toList, UnfitResult } from './parse-value.js';
import {
  formatFile,
  formatHeader,
  parseFile,
  parseHeader,
  type ResultHeader,
} from './result-format.js';
import type { StoredFile } from './stored-result.js';

/** What a file holds. */
export type ResultRead =
  | { readonly kind: 'read'; readonly header: ResultHeader; readonly files: readonly StoredFile[] }
  | { readonly kind: 'absent' }
  /** It is whole, and of another version or set-up. */
  | { readonly kind: 'other' }
  | { readonly kind: 'damaged'; readonly detail: string };

const LINE_FEED = 10;

/** Errors read in a row before others get their turn: some three milliseconds. */
const ERRORS_IN_A_ROW = 3_000;

/** Characters gathered before they are written, and others get their turn. */
const CHUNK_CHARACTERS = 2 ** 18;

/**
 * Reads a stored result. Its last line has a checksum of all bytes before, so what was cut off or
 * damaged anywhere is told from what was written.
 *
 * @param file Absolute.
 * @param fits Whether a header is of what is asked for; the rest is not read where it is not.
 */
export async function readResultFile(
  file: string,
  fits: (header: ResultHeader) => boolean,
): Promise<ResultRead> {
  try {
    const bytes = await readFile(file);
    return await readBytes(bytes, fits);
  } catch (error) {
    if (error instanceof UnfitResult) return { kind: 'damaged', detail: error.message };
    return isAbsent(error) ? { kind: 'absent' } : { kind: 'damaged', detail: messageOf(error) };
  }
}

/**
 * Writes a result so that a reader finds the old one or the new one, whole.
 *
 * @param file Absolute; its folder is made.
 * @param files As many as the header says; taken one by one while the others are written.
 */
export async function writeResultFile(
  file: string,
  header: ResultHeader,
  files: Iterable<StoredFile>,
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await writeLines(temporary, formatHeader(header), files);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function readBytes(
  bytes: Buffer,
  fits: (header: ResultHeader) => boolean,
): Promise<ResultRead> {
  const end = bytes.lastIndexOf(LINE_FEED, -2) + 1;
  const [checksum] = toList(parseJson(bytes.toString('utf8', end)));
  if (toCount(checksum) !== crc32(bytes.subarray(0, end)))
    throw new UnfitResult('cut off or changed');
  let at = bytes.indexOf(LINE_FEED) + 1;
  const header = parseHeader(bytes.toString('utf8', 0, at));
  if (header === undefined || !fits(header)) return { kind: 'other' };
  const files: StoredFile[] = [];
  for (let unseen = 0; at < end; ) {
    const next = bytes.indexOf(LINE_FEED, at) + 1;
    const file = parseFile(bytes.toString('utf8', at, next));
    files.push(file);
    at = next;
    unseen += file.errors.length;
    if (unseen < ERRORS_IN_A_ROW) continue;
    unseen = 0;
    await setImmediate();
  }
  if (files.length !== header.files) throw new UnfitResult(`${header.files} files`);
  return { kind: 'read', header, files };
}

async function writeLines(
  temporary: string,
  header: string,
  files: Iterable<StoredFile>,
): Promise<void> {
  const handle = await open(temporary, 'w');
  try {
    let checksum = 0;
    let text = header;
    const flush = async () => {
      const bytes = Buffer.from(text);
      checksum = crc32(bytes, checksum);
      text = '';
      await handle.writeFile(bytes);
    };
    for (const file of files) {
      text += formatFile(file);
      if (text.length >= CHUNK_CHARACTERS) await flush();
    }
    if (text !== '') await flush();
    await handle.writeFile(`[${checksum}]\n`);
  } finally {
    await handle.close();
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
