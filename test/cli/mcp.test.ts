import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { AGENT_TOOLS } from '../../src/core/agent/agent-tools.js';
import { CliProject } from '../support/cli/cli-project.js';
import { CLI_SCRIPT, cliEnvironment } from '../support/cli/run-cli.js';
import { interpreterOf } from '../support/mypy/interpreters.js';

const FILES = {
  'mypy.ini': '[mypy]\nstrict = True\n',
  'shop.py': 'def total() -> int:\n    return "nothing at all"\n',
  'clean.py': 'def area(width: int) -> int:\n    return width * width\n',
} as const;

const BROKEN = 'def area(width: int) -> int:\n    return "wide"\n';

/** An assistant that is connected to our server, as the SDK of the protocol has it. */
class Assistant {
  readonly questions: string[] = [];
  readonly #client: Client;

  private constructor(client: Client) {
    this.#client = client;
  }

  /** @param agrees What the person says when asked; undefined where nobody can be asked. */
  static async connect(project: CliProject, agrees?: boolean): Promise<Assistant> {
    const capabilities = agrees === undefined ? {} : { elicitation: { form: {} } };
    const client = new Client({ name: 'test', version: '1.0.0' }, { capabilities });
    const assistant = new Assistant(client);
    if (agrees !== undefined) {
      client.setRequestHandler(ElicitRequestSchema, ({ params }) => {
        assistant.questions.push(params.message);
        return { action: 'accept', content: { accept: agrees } };
      });
    }
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [CLI_SCRIPT, 'mcp', '--interpreter', interpreterOf('newest')],
        cwd: project.folder.path,
        env: cliEnvironment({ cache: project.cache.path }),
        stderr: 'inherit',
      }),
    );
    return assistant;
  }

  async listTools() {
    const { tools } = await this.#client.listTools();
    return tools;
  }

  async call(name: string, input: Readonly<Record<string, unknown>> = {}) {
    const { content, isError } = await this.#client.callTool({ name, arguments: { ...input } });
    assert.ok(Array.isArray(content));
    const [first]: readonly { readonly text?: unknown }[] = content;
    return { text: String(first?.text), isError: isError === true };
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}

describe('the server for assistants', () => {
  let project: CliProject;
  let assistant: Assistant;

  beforeEach(async () => {
    project = await CliProject.create(FILES);
    await project.commitBaseline();
  });
  afterEach(async () => {
    await assistant.close();
    await project.remove();
  });

  it('names its tools with their inputs', async () => {
    assistant = await Assistant.connect(project);
    const tools = await assistant.listTools();
    assert.deepEqual(
      tools.map(({ name, description }) => [name, description]),
      AGENT_TOOLS.map(({ name, description }) => [name, description]),
    );
    const changing = tools.filter(({ annotations }) => annotations?.readOnlyHint !== true);
    assert.deepEqual(
      changing.map(({ name }) => name),
      ['accept_errors'],
    );
  });

  it('follows an assistant that breaks something and mends it', async () => {
    assistant = await Assistant.connect(project);
    assert.match((await assistant.call('new_errors')).text, /^No new error\./);
    await project.folder.write('clean.py', BROKEN);
    const broken = await assistant.call('new_errors', { path: 'clean.py' });
    assert.match(
      broken.text,
      /^1 new error below clean\.py\. mypy finds 2 errors; the baseline has 1\./,
    );
    assert.match(broken.text, /^clean\.py:2:12: Incompatible return value type/m);
    assert.equal(broken.isError, false);
    const [, id = ''] = /, id ([0-9a-f]+)$/m.exec(broken.text) ?? [];
    const { text } = await assistant.call('explain_error', { error: id });
    assert.match(text, /new: no entry is left for it/);
    await project.folder.write('clean.py', FILES['clean.py']);
    assert.match(
      (await assistant.call('check_now')).text,
      /^mypy finds 1 error; .* None is new\.$/,
    );
  });

  it('counts by category', async () => {
    assistant = await Assistant.connect(project);
    assert.match((await assistant.call('category_breakdown')).text, /^Return values +high +1 +1$/m);
  });

  it('never takes what mypy could not check for no error', async () => {
    assistant = await Assistant.connect(project);
    await project.folder.write('clean.py', 'def area(:\n');
    const { text, isError } = await assistant.call('new_errors');
    assert.ok(isError);
    assert.match(text, /^mypy could not check, so nothing is known of the errors now\./);
    assert.match(text, /^clean\.py:1: /m);
  });

  it('accepts nothing where nobody can be asked, or where the person says no', async () => {
    const before = await project.readBaseline();
    await project.folder.write('clean.py', BROKEN);
    for (const agrees of [undefined, false]) {
      assistant = await Assistant.connect(project, agrees);
      const { isError } = await acceptAll('because');
      assert.ok(isError);
      assert.equal(await project.readBaseline(), before);
      if (agrees === undefined) await assistant.close();
    }
  });

  it('accepts what the person agreed to, with the reason', async () => {
    await project.folder.write('clean.py', BROKEN);
    assistant = await Assistant.connect(project, true);
    const { text, isError } = await acceptAll('the caller wants text');
    assert.equal(isError, false, text);
    assert.match(
      assistant.questions.join(),
      /accept 1 new error .*\nIts reason: the caller wants text/,
    );
    assert.match(await project.readBaseline(), /"clean\.py".*"reason":"the caller wants text"/);
    assert.match((await assistant.call('new_errors')).text, /^No new error\./);
  });

  it('says what is wrong with an input, and that a tool is none', async () => {
    assistant = await Assistant.connect(project);
    assert.equal((await assistant.call('new_errors', { limit: 'all' })).isError, true);
    assert.equal((await assistant.call('explain_error')).isError, true);
    assert.equal(
      (await assistant.call('accept_errors', { ids: ['x'], reason: ' ' })).isError,
      true,
    );
    await assert.rejects(assistant.call('drop_everything'), /There is no tool drop_everything/);
  });

  async function acceptAll(reason: string) {
    const { text } = await assistant.call('new_errors');
    const ids = [...text.matchAll(/, id ([0-9a-f]+)$/gm)].map(([, id]) => id);
    return assistant.call('accept_errors', { ids, reason });
  }
});
