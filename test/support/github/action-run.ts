import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { REPOSITORY } from '../files/repository.js';
import type { TemporaryFolder } from '../files/temporary-folder.js';
import { interpreterOf } from '../mypy/interpreters.js';
import { type FakeGitHub, PULL_REQUEST, REPOSITORY_NAME, TOKEN } from './fake-github.js';

/** What a workflow and its event say. */
export interface Workflow {
  /** By the names of action.yml. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: unknown;
  readonly env?: Readonly<Record<string, string>>;
}

export interface ActionRun {
  readonly status: number | null;
  readonly log: string;
  readonly summary: string;
  /** As a runner reads them. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** The payload of a pull request. */
export function pullRequestEvent(head = REPOSITORY_NAME): unknown {
  return {
    pull_request: {
      number: PULL_REQUEST,
      head: { repo: { full_name: head } },
      base: { repo: { full_name: REPOSITORY_NAME } },
    },
  };
}

/**
 * Runs the bundle as the runner does: with its variables, in the workspace.
 *
 * @param runner A folder outside the workspace, for the runner's own files.
 */
export async function runAction(
  workspace: TemporaryFolder,
  runner: TemporaryFolder,
  github: FakeGitHub,
  { inputs = {}, event = {}, env = {} }: Workflow,
): Promise<ActionRun> {
  await runner.writeAll({ 'event.json': JSON.stringify(event), output: '', summary: '' });
  const given = { python: interpreterOf('newest'), token: TOKEN, ...inputs };
  const variables = Object.entries(given).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    value,
  ]);
  const child = spawn(process.execPath, [join(REPOSITORY, 'dist', 'action.js')], {
    cwd: workspace.path,
    env: {
      ...withoutRunner(process.env),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: github.url,
      GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
      GITHUB_REPOSITORY: REPOSITORY_NAME,
      GITHUB_WORKSPACE: workspace.path,
      GITHUB_EVENT_PATH: runner.at('event.json'),
      GITHUB_OUTPUT: runner.at('output'),
      GITHUB_STEP_SUMMARY: runner.at('summary'),
      RUNNER_TEMP: runner.path,
      ...Object.fromEntries(variables),
      ...env,
    },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  }
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const outputs = readOutputs(await runner.read('output'));
  return { status, log, summary: await runner.read('summary'), outputs };
}

/** So that the tests are the same where a real runner runs them. */
function withoutRunner(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !/^(?:GITHUB|RUNNER|INPUT)_/.test(name));
  return Object.fromEntries(kept);
}

/** `name<<delimiter`, lines, `delimiter`: by GitHub's "Workflow commands", multiline strings. */
export function readOutputs(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  const block = /^([^\n=]+?)<<([^\n]+)\n([\s\S]*?)\n\2\n/gm;
  for (const [, name = '', , value = ''] of text.matchAll(block)) outputs[name] = value;
  return outputs;
}
