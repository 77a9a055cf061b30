import type { Framing } from './framing.js';

/** Ends a message: base64 itself has only line breaks. */
const SEPARATOR = 0x20;

/** Base64 and one space: mypy 1.7.0 to 1.19.1, which breaks the lines of what it sends. */
export const BASE64_FRAMING: Framing = {
  name: 'base64',
  endsWithStream: false,
  encode: (message) => Buffer.from(`${Buffer.from(message, 'utf8').toString('base64')} `, 'latin1'),
  createDecoder: () => {
    let pending: Buffer[] = [];
    const push = (chunk: Buffer) => {
      const messages: string[] = [];
      let start = 0;
      let end = chunk.indexOf(SEPARATOR);
      for (; end >= 0; end = chunk.indexOf(SEPARATOR, start)) {
        pending.push(chunk.subarray(start, end));
        messages.push(decode(Buffer.concat(pending)));
        pending = [];
        start = end + 1;
      }
      if (start < chunk.length) pending.push(chunk.subarray(start));
      return messages;
    };
    return { push, end: () => [] };
  },
};

/** Node passes over the line breaks. */
function decode(base64: Buffer): string {
  return Buffer.from(base64.toString('latin1'), 'base64').toString('utf8');
}
