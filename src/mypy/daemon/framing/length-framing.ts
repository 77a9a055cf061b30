import type { Framing } from './framing.js';

/** Bytes of the length, which is unsigned and big-endian. */
const HEADER_BYTES = 4;

/** The length in bytes, then the message: mypy from 1.20.0 on. */
export const LENGTH_FRAMING: Framing = {
  name: 'length',
  endsWithStream: false,
  encode: (message) => {
    const body = Buffer.from(message, 'utf8');
    const header = Buffer.alloc(HEADER_BYTES);
    header.writeUInt32BE(body.length);
    return Buffer.concat([header, body]);
  },
  createDecoder: () => {
    let chunks: Buffer[] = [];
    let bytes = 0;
    let needed = HEADER_BYTES;
    const push = (chunk: Buffer) => {
      chunks.push(chunk);
      bytes += chunk.length;
      const messages: string[] = [];
      // Joined only when a message may be whole: a large one comes in many pieces.
      while (bytes >= needed) {
        const joined = Buffer.concat(chunks);
        const end = HEADER_BYTES + joined.readUInt32BE();
        const isWhole = bytes >= end;
        if (isWhole) messages.push(joined.toString('utf8', HEADER_BYTES, end));
        const rest = isWhole ? joined.subarray(end) : joined;
        chunks = [rest];
        bytes = rest.length;
        needed = isWhole ? HEADER_BYTES : end;
      }
      return messages;
    };
    return { push, end: () => [] };
  },
};
