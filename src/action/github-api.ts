import { isRecord } from '../core/json/is-record.js';

/** Where GitHub is asked, and as whom. */
export interface GitHubAccess {
  /** Without a closing slash, `https://api.github.com`. */
  readonly apiUrl: string;
  /** `https://api.github.com/graphql`. */
  readonly graphqlUrl: string;
  readonly token: string;
}

export interface IssueComment {
  readonly id: number;
  /** Login of its author, `github-actions[bot]`; empty for a deleted account. */
  readonly author: string;
  readonly body: string;
}

/** GitHub did not do what it was asked. */
export class GitHubError extends Error {
  /** HTTP status. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const TIMEOUT_MS = 30_000;

/** The most comments that one page holds. */
const PAGE_SIZE = 100;

/** The few requests that a comment needs. Each fails with a {@link GitHubError} or fetch's own. */
export class GitHubApi {
  readonly #access: GitHubAccess;

  constructor(access: GitHubAccess) {
    this.#access = access;
  }

  /**
   * Who the token belongs to. Asked of GraphQL: REST's `GET /user` refuses the token of a workflow
   * ("Resource not accessible by integration").
   */
  async readLogin(): Promise<string> {
    const { graphqlUrl } = this.#access;
    const { body } = await this.#request('POST', graphqlUrl, { query: '{ viewer { login } }' });
    const data = isRecord(body) && isRecord(body['data']) ? body['data'] : {};
    const login = isRecord(data['viewer']) ? data['viewer']['login'] : undefined;
    if (typeof login === 'string' && login !== '') return login;
    throw new Error('GitHub does not say whose token this is');
  }

  /** @param repository `owner/name`. */
  async listComments(repository: string, issue: number): Promise<readonly IssueComment[]> {
    const comments: IssueComment[] = [];
    for (let page = 1; ; page++) {
      const address = `${this.#commentsUrl(repository, issue)}?per_page=${PAGE_SIZE}&page=${page}`;
      const { body, headers } = await this.#request('GET', address);
      if (!Array.isArray(body)) throw new Error('GitHub did not answer with a list of comments');
      comments.push(...body.flatMap(toComment));
      if (!/rel="next"/.test(headers.get('link') ?? '')) return comments;
    }
  }

  async createComment(repository: string, issue: number, body: string): Promise<void> {
    await this.#request('POST', this.#commentsUrl(repository, issue), { body });
  }

  async updateComment(repository: string, id: number, body: string): Promise<void> {
    await this.#request('PATCH', this.#commentUrl(repository, id), { body });
  }

  async deleteComment(repository: string, id: number): Promise<void> {
    await this.#request('DELETE', this.#commentUrl(repository, id));
  }

  #commentsUrl(repository: string, issue: number): string {
    return `${this.#access.apiUrl}/repos/${repository}/issues/${issue}/comments`;
  }

  #commentUrl(repository: string, id: number): string {
    return `${this.#access.apiUrl}/repos/${repository}/issues/comments/${id}`;
  }

  async #request(
    method: string,
    address: string,
    content?: Readonly<Record<string, string>>,
  ): Promise<{ readonly body: unknown; readonly headers: Headers }> {
    const response = await fetch(address, {
      method,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${this.#access.token}`,
        'content-type': 'application/json',
        'user-agent': 'mypy-ratchet',
        'x-github-api-version': '2022-11-28',
      },
      ...(content !== undefined && { body: JSON.stringify(content) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    if (!response.ok)
      throw new GitHubError(response.status, describeRefusal(response.status, text));
    return { body: text === '' ? null : JSON.parse(text), headers: response.headers };
  }
}

function toComment(value: unknown): readonly IssueComment[] {
  if (!isRecord(value)) return [];
  const { id, body, user } = value;
  if (typeof id !== 'number' || typeof body !== 'string') return [];
  const login = isRecord(user) ? user['login'] : undefined;
  return [{ id, body, author: typeof login === 'string' ? login : '' }];
}

/** What GitHub says in words, where it does: a gateway in front of it answers with a web page. */
function describeRefusal(status: number, text: string): string {
  const said = /^\s*\{/.test(text) ? messageOf(text) : '';
  return said === '' ? `GitHub answered ${status}` : `GitHub answered ${status}: ${said}`;
}

function messageOf(text: string): string {
  try {
    const body: unknown = JSON.parse(text);
    return isRecord(body) && typeof body['message'] === 'string' ? body['message'] : '';
  } catch (error) {
    return error instanceof SyntaxError ? 'an answer that is no JSON' : String(error);
  }
}
