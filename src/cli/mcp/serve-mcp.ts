import { basename } from 'node:path';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
} from '@modelcontextprotocol/sdk/types.js';
import { askForAcceptance } from '../../agent/acceptance.js';
import { answer, describeStaleness } from '../../agent/answer.js';
import { type AcceptErrorsInput, parseAcceptInput } from '../../core/agent/agent-input.js';
import {
  AGENT_TOOLS,
  type AgentAnswer,
  type AgentTool,
  findAgentTool,
} from '../../core/agent/agent-tools.js';
import { ENGLISH } from '../../core/language/language.js';
import { describeOutcome, isDone } from '../../project/outcome.js';
import type { Project } from '../../project/project.js';
import type { ProjectLocation } from '../../project/project-location.js';
import { type FollowedChanges, followChanges } from './follow-changes.js';

const INSTRUCTIONS =
  "Tells which of a Python project's mypy errors are new against its committed baseline. After editing Python files ask for new_errors and fix those; leave the errors of the baseline alone unless asked.";

/** What the server answers from. */
export interface McpSurroundings {
  readonly project: Project;
  readonly location: ProjectLocation;
  /** Of the package. */
  readonly version: string;
  /** Standard error: standard output is the protocol's. */
  readonly log: (text: string) => void;
}

/** Serves on standard input and output until the other end closes them. */
export async function serveMcp({ project, location, version, log }: McpSurroundings) {
  const server = new Server(
    { name: 'mypy-ratchet', title: 'Mypy Ratchet', version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  const changes = followChanges(project, location, log);
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: AGENT_TOOLS.map(describe) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }): Promise<CallToolResult> => {
    const tool = findAgentTool(params.name);
    if (tool === undefined)
      throw new McpError(ErrorCode.InvalidParams, `There is no tool ${params.name}`);
    const { text, isError } =
      tool.name === 'accept_errors'
        ? await accept(params.arguments, { server, project, location, changes })
        : await answer(tool.name, params.arguments, project, changes.take());
    return { content: [{ type: 'text', text }], isError };
  });
  const closed = new Promise<void>((resolve) => {
    server.onclose = resolve;
  });
  await server.connect(new StdioServerTransport());
  // The transport does not say that its input has ended.
  process.stdin.once('end', () => void server.close());
  await closed;
  await changes.close();
}

function describe({ name, title, description, inputSchema: { type, ...rest } }: AgentTool) {
  const readOnlyHint = name !== 'accept_errors';
  const inputSchema = { type, properties: rest.properties, required: [...(rest.required ?? [])] };
  return { name, title, description, inputSchema, annotations: { title, readOnlyHint } };
}

interface Accepting extends Pick<McpSurroundings, 'project' | 'location'> {
  readonly server: Server;
  readonly changes: FollowedChanges;
}

/** Accepts what a person agrees to; where nobody can be asked nothing is accepted. */
async function accept(input: unknown, accepting: Accepting): Promise<AgentAnswer> {
  const parsed = parseAcceptInput(input);
  if (parsed.kind === 'wrong') return refuse(parsed.why);
  const { project, location, server, changes } = accepting;
  await project.check('command', changes.take());
  const { result, stale } = project.state;
  if (stale !== null || result === null) return refuse(describeStaleness(project.state));
  const question = askForAcceptance(result, parsed.input);
  if (question === undefined) return refuse('None of these ids is a new error: see new_errors.');
  const refusal = await ask(server, question);
  if (refusal !== undefined) return refuse(refusal);
  return acceptNow(project, parsed.input, basename(location.baselinePath));
}

async function acceptNow(
  project: Project,
  { ids, reason }: AcceptErrorsInput,
  name: string,
): Promise<AgentAnswer> {
  const outcome = await project.acceptErrors(ids, { reason });
  return { text: describeOutcome(outcome, name, ENGLISH), isError: !isDone(outcome) };
}

/** Why nothing may be accepted; undefined when the person agreed. */
async function ask(server: Server, message: string): Promise<string | undefined> {
  if (server.getClientCapabilities()?.elicitation === undefined) {
    return 'Your client cannot ask the person, so nothing was accepted. Tell them to run: mypy-ratchet update --reason "…"';
  }
  const { action, content } = await server.elicitInput({
    message,
    requestedSchema: {
      type: 'object',
      properties: {
        accept: { type: 'boolean', title: 'Accept into the baseline', default: false },
      },
      required: ['accept'],
    },
  });
  if (action === 'accept' && content?.['accept'] === true) return undefined;
  return 'The person did not agree, so nothing was accepted. Fix the errors instead.';
}

function refuse(text: string): AgentAnswer {
  return { text, isError: true };
}
