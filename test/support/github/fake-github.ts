import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { isRecord } from '../../../src/core/json/is-record.js';

export const TOKEN = 'ghs_secret';
export const REPOSITORY_NAME = 'acme/shop';
export const PULL_REQUEST = 7;
export const OWN_LOGIN = 'github-actions[bot]';

const COMMENTS = `/repos/${REPOSITORY_NAME}/issues/${PULL_REQUEST}/comments`;
const COMMENT = new RegExp(`^/repos/${REPOSITORY_NAME}/issues/comments/(\\d+)$`);

interface StoredComment {
  readonly id: number;
  readonly login: string;
  body: string;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly link?: string;
}

/**
 * As much of GitHub's API as a comment on a pull request needs. It insists on what GitHub insists
 * on: the token, the form of the content, pages of at most 100.
 */
export class FakeGitHub {
  readonly comments: StoredComment[] = [];
  /** `POST /path`, in the order in which they came. */
  readonly requests: string[] = [];
  /** What writing is answered with, 201 and the like where nothing is set. */
  refusal: { readonly status: number; readonly text: string } | undefined;
  /** Without a closing slash; the same when the server is stopped. */
  url = '';
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #nextId = 1_000;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request).then(
        ({ status, body, link }) => {
          response.writeHead(status, { ...(link !== undefined && { link }) });
          response.end(typeof body === 'string' ? body : JSON.stringify(body));
        },
        (error: unknown) => response.destroy(error instanceof Error ? error : undefined),
      );
    });
    this.#server.on('connection', (socket) => this.#sockets.add(socket));
  }

  static async start(): Promise<FakeGitHub> {
    const github = new FakeGitHub();
    await new Promise<void>((resolve) => github.#server.listen(0, '127.0.0.1', resolve));
    const address = github.#server.address();
    assert.ok(typeof address === 'object' && address !== null);
    github.url = `http://127.0.0.1:${address.port}`;
    return github;
  }

  /** The requests that change something. */
  get writes(): readonly string[] {
    return this.requests.filter((line) => !/^GET |\/graphql$/.test(line));
  }

  addComment(login: string, body: string): StoredComment {
    const comment = { id: this.#nextId++, login, body };
    this.comments.push(comment);
    return comment;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    // The second time it is closed already, which is as good.
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const { pathname, searchParams } = new URL(request.url ?? '', this.url);
    const method = request.method ?? '';
    this.requests.push(`${method} ${pathname}`);
    const content = await readContent(request);
    if (request.headers.authorization !== `Bearer ${TOKEN}`) {
      return { status: 401, body: { message: 'Bad credentials' } };
    }
    if (pathname === '/graphql') return this.#query(content);
    if (method === 'GET' && pathname === COMMENTS) return this.#list(searchParams);
    if (this.refusal !== undefined) {
      return { status: this.refusal.status, body: this.refusal.text };
    }
    return this.#change(method, pathname, content);
  }

  #query(content: unknown): Answer {
    assert.ok(isRecord(content) && /viewer\s*\{\s*login/.test(String(content['query'])));
    return { status: 200, body: { data: { viewer: { login: OWN_LOGIN } } } };
  }

  #list(parameters: URLSearchParams): Answer {
    const size = Math.min(100, Number(parameters.get('per_page') ?? 30));
    const page = Number(parameters.get('page') ?? 1);
    const shown = this.comments.slice((page - 1) * size, page * size);
    const body = shown.map(({ id, login, body }) => ({ id, body, user: { login } }));
    if (page * size >= this.comments.length) return { status: 200, body };
    const link = `<${this.url}${COMMENTS}?per_page=${size}&page=${page + 1}>; rel="next"`;
    return { status: 200, body, link };
  }

  #change(method: string, pathname: string, content: unknown): Answer {
    const id = Number(COMMENT.exec(pathname)?.[1]);
    const at = this.comments.findIndex((comment) => comment.id === id);
    const stored = this.comments[at];
    if (method === 'DELETE' && stored !== undefined) {
      this.comments.splice(at, 1);
      return { status: 204, body: '' };
    }
    const body = isRecord(content) ? content['body'] : undefined;
    if (typeof body !== 'string') return { status: 422, body: { message: 'Invalid request' } };
    if (method === 'POST' && pathname === COMMENTS) {
      return { status: 201, body: { id: this.addComment(OWN_LOGIN, body).id } };
    }
    if (method !== 'PATCH' || stored === undefined) {
      return { status: 404, body: { message: 'Not Found' } };
    }
    stored.body = body;
    return { status: 200, body: { id } };
  }
}

async function readContent(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}
