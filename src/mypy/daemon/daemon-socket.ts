import { connect, type Socket } from 'node:net';
import type { DaemonMessage } from './daemon-answer.js';
import { parseMessage } from './daemon-answer.js';
import { type DaemonRequest, formatRequest } from './daemon-request.js';
import type { Framing } from './framing/framing.js';

/** Where a daemon listens, and how it is spoken to. */
export interface DaemonAddress {
  /** A socket's path or a pipe's name. */
  readonly connectionName: string;
  readonly framing: Framing;
}

/** What came of one request. */
export type Reply =
  | {
      readonly kind: 'answered';
      readonly fields: Readonly<Record<string, unknown>>;
      /** What mypy or a plugin printed meanwhile. */
      readonly stdout: string;
      readonly stderr: string;
    }
  /** There was no connection: nobody listens, or the queue is full. */
  | { readonly kind: 'refused'; readonly detail: string }
  /** The connection ended without an answer, or what came was none. */
  | { readonly kind: 'broken'; readonly detail: string }
  /** No answer in time; the daemon may still be working. */
  | { readonly kind: 'timed-out'; readonly afterMs: number };

export interface RequestLimits {
  readonly timeoutMs: number;
  /** More than this is no answer. */
  readonly limitBytes: number;
}

/**
 * Asks a daemon one thing, over a connection of its own. There is no way to take a request back:
 * after a time-out the daemon goes on, and on Windows it ends when the connection does.
 */
export function askDaemon(
  { connectionName, framing }: DaemonAddress,
  request: DaemonRequest,
  limits: RequestLimits,
): Promise<Reply> {
  return new Promise((resolve) => {
    const socket = connect(connectionName);
    const exchange = new Exchange(framing, limits.limitBytes);
    let isConnected = false;
    const settle = (reply: Reply) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(reply);
    };
    const timer = setTimeout(
      () => settle({ kind: 'timed-out', afterMs: limits.timeoutMs }),
      limits.timeoutMs,
    );
    socket.once('connect', () => {
      isConnected = true;
      send(socket, framing, request);
    });
    socket.on('data', (chunk: Buffer) => {
      const reply = exchange.read(chunk);
      if (reply !== undefined) settle(reply);
    });
    socket.once('end', () => settle(exchange.finish()));
    socket.on('error', ({ message }) =>
      settle({ kind: isConnected ? 'broken' : 'refused', detail: message }),
    );
    socket.once('close', () => settle({ kind: 'broken', detail: 'the connection was closed' }));
  });
}

function send(socket: Socket, framing: Framing, request: DaemonRequest): void {
  const bytes = framing.encode(formatRequest(request));
  // A pipe of Windows delivers messages, and cannot be closed in one direction only.
  if (framing.endsWithStream && process.platform !== 'win32') socket.end(bytes);
  else socket.write(bytes);
}

/** What has come of an answer. */
class Exchange {
  readonly #limitBytes: number;
  readonly #decoder: ReturnType<Framing['createDecoder']>;
  #bytes = 0;
  #stdout = '';
  #stderr = '';

  constructor(framing: Framing, limitBytes: number) {
    this.#decoder = framing.createDecoder();
    this.#limitBytes = limitBytes;
  }

  /** Undefined while more is to come. */
  read(chunk: Buffer): Reply | undefined {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#limitBytes) {
      return { kind: 'broken', detail: `more than ${this.#limitBytes} bytes for an answer` };
    }
    return this.#take(this.#decoder.push(chunk));
  }

  finish(): Reply {
    const reply = this.#take(this.#decoder.end());
    return reply ?? { kind: 'broken', detail: 'the connection ended without an answer' };
  }

  #take(messages: readonly string[]): Reply | undefined {
    for (const text of messages) {
      const message = parseMessage(text);
      if (message === undefined) return { kind: 'broken', detail: 'what came is no message' };
      const answered = this.#takeMessage(message);
      if (answered !== undefined) return answered;
    }
    return undefined;
  }

  #takeMessage({ stdout, stderr, answer }: DaemonMessage): Reply | undefined {
    this.#stdout += stdout;
    this.#stderr += stderr;
    if (answer === undefined) return undefined;
    return { kind: 'answered', fields: answer, stdout: this.#stdout, stderr: this.#stderr };
  }
}
