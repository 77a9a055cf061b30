import { readFile } from 'node:fs/promises';
import { isRecord } from '../core/json/is-record.js';
import type { Variables } from './inputs.js';

/** What of the event that started the workflow matters here. */
export interface WorkflowEvent {
  /** Its number; null where the event is about none. */
  readonly pullRequest: number | null;
  /** Whether its branch is in another repository: then the token may only read. */
  readonly isFork: boolean;
  /** The commit that a change is measured from; empty where the gate is to look for one. */
  readonly base: string;
}

/** Reads the payload of the event, where there is one. */
export async function readEvent(env: Variables): Promise<WorkflowEvent> {
  const file = env['GITHUB_EVENT_PATH'] ?? '';
  if (file === '') return toEvent({});
  const payload: unknown = JSON.parse(await readFile(file, 'utf8'));
  return toEvent(isRecord(payload) ? payload : {});
}

/**
 * A pull request's base is in `GITHUB_BASE_REF`, where the gate finds it. A merge queue names its
 * base in the payload. A push to the default branch is measured from what the branch was: its merge
 * base with itself would be itself, and nothing would ever have grown.
 */
function toEvent(payload: Readonly<Record<string, unknown>>): WorkflowEvent {
  const pull = isRecord(payload['pull_request']) ? payload['pull_request'] : {};
  const number = pull['number'];
  return {
    pullRequest: typeof number === 'number' ? number : null,
    isFork: repositoryOf(pull['head']) !== repositoryOf(pull['base']),
    base: queueBase(payload) || pushBase(payload),
  };
}

function repositoryOf(end: unknown): string {
  const repository = isRecord(end) ? end['repo'] : undefined;
  const name = isRecord(repository) ? repository['full_name'] : undefined;
  return typeof name === 'string' ? name : '';
}

function queueBase({ merge_group: group }: Readonly<Record<string, unknown>>): string {
  return isRecord(group) ? toCommit(group['base_sha']) : '';
}

function pushBase({ ref, before, repository }: Readonly<Record<string, unknown>>): string {
  const branch = isRecord(repository) ? repository['default_branch'] : undefined;
  const isDefault = typeof branch === 'string' && ref === `refs/heads/${branch}`;
  return isDefault ? toCommit(before) : '';
}

/** Empty for what is no commit; all zeros is git's word for none. */
function toCommit(hash: unknown): string {
  const isCommit = typeof hash === 'string' && /^(?!0+$)[0-9a-f]{40,64}$/.test(hash);
  return isCommit ? hash : '';
}
