import { TextDecoder } from 'node:util';

/** The text of a baseline file, with its byte order mark. Throws where the bytes are not UTF-8. */
export function decodeBaseline(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
