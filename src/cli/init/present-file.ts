import { readFile } from 'node:fs/promises';

/** A file before it is set up. */
export type PresentFile =
  | { readonly kind: 'absent' }
  | { readonly kind: 'text'; readonly text: string }
  /** `why` is a sentence without a full stop. */
  | { readonly kind: 'unreadable'; readonly why: string };

/** Reads a file (absolute path) such that writing its text again gives the same bytes. */
export async function readPresentFile(file: string): Promise<PresentFile> {
  try {
    const bytes = await readFile(file);
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return { kind: 'text', text: decoder.decode(bytes) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') return { kind: 'absent' };
    const isNoText = code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
    return { kind: 'unreadable', why: isNoText ? 'it is not UTF-8' : error.message };
  }
}
