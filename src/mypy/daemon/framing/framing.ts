/** How messages are told apart on dmypy's socket. */
export interface Framing {
  /** For the log. */
  readonly name: 'bare' | 'base64' | 'length';
  /** Whether a request ends with the stream that carries it, and an answer likewise. */
  readonly endsWithStream: boolean;
  /** The bytes of one message. */
  encode(message: string): Buffer;
  /** A reader for one answer. */
  createDecoder(): FrameDecoder;
}

/** Reads messages out of bytes that come in pieces of any size. */
export interface FrameDecoder {
  /** The messages that are whole with these bytes. */
  push(chunk: Buffer): readonly string[];
  /** The messages that are whole because the stream ended; what was cut is no message. */
  end(): readonly string[];
}
