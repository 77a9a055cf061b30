import { type TextDocumentContentProvider, Uri } from 'vscode';
import { isRecord } from '../../core/json/is-record.js';
import { BaseFileRequest } from '../../protocol/branch-messages.js';
import type { ProjectId } from '../../protocol/messages.js';
import type { SendRequest } from '../endpoints.js';

/** The scheme of documents that show a file as a commit has it. */
export const BASE_SCHEME = 'mypy-ratchet-base';

/** No file has this path: it stands for one that is gone, and shows nothing. */
export const NO_FILE = '';

/** A file of a commit. */
export interface BaseFileName {
  readonly project: ProjectId;
  /** Full hash. */
  readonly commit: string;
  /** As it is now, relative to the project's root. */
  readonly path: string;
}

/** The address of a file of a commit; it ends like the file, so that VS Code knows its language. */
export function toBaseUri(name: BaseFileName): Uri {
  const { project, commit, path } = name;
  const query = JSON.stringify({ project, commit, path });
  return Uri.from({ scheme: BASE_SCHEME, path: `/${path.replace(/^\/+/, '')}`, query });
}

/** Shows files as a commit has them; one that it does not have is empty. */
export class BaseFiles implements TextDocumentContentProvider {
  readonly #sendRequest: SendRequest;

  constructor(sendRequest: SendRequest) {
    this.#sendRequest = sendRequest;
  }

  async provideTextDocumentContent({ query }: Uri): Promise<string> {
    const name = parseName(query);
    if (name === undefined || name.path === NO_FILE) return '';
    const { text } = await this.#sendRequest(BaseFileRequest, name);
    return text ?? '';
  }
}

function parseName(query: string): BaseFileName | undefined {
  const value: unknown = JSON.parse(query);
  if (!isRecord(value)) return undefined;
  const { project, commit, path } = value;
  const isName =
    typeof project === 'string' && typeof commit === 'string' && typeof path === 'string';
  return isName ? { project, commit, path } : undefined;
}
