import type { Framing } from './framing.js';

/** One message is the whole stream: mypy up to 1.6.1. */
export const BARE_FRAMING: Framing = {
  name: 'bare',
  endsWithStream: true,
  encode: (message) => Buffer.from(message, 'utf8'),
  createDecoder: () => {
    const chunks: Buffer[] = [];
    return {
      push: (chunk) => {
        chunks.push(chunk);
        return [];
      },
      end: () => {
        const message = Buffer.concat(chunks).toString('utf8');
        return message === '' ? [] : [message];
      },
    };
  },
};
