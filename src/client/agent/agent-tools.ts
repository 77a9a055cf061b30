import {
  Disposable,
  LanguageModelTextPart,
  LanguageModelToolResult,
  lm,
  window,
  workspace,
} from 'vscode';
import { parseAcceptInput } from '../../core/agent/agent-input.js';
import {
  AGENT_TOOLS,
  type AgentAnswer,
  type AgentTool,
  type AgentToolName,
} from '../../core/agent/agent-tools.js';
import type { Language } from '../../core/language/language.js';
import { toSlashes } from '../../core/path/place.js';
import { AcceptErrorsRequest, AgentRequest } from '../../protocol/messages.js';
import { AGENT_TOOL_PREFIX } from '../contributions.js';
import type { SendRequest } from '../endpoints.js';
import type { SnapshotStore } from '../store.js';
import { acceptanceQuestions } from './acceptance-questions.js';

/** What the tools need of the extension. */
export interface AgentSurroundings {
  readonly store: SnapshotStore;
  readonly sendRequest: SendRequest;
  readonly language: Language;
}

/** Offers the tools to every assistant in the editor. */
export function registerAgentTools(surroundings: AgentSurroundings): Disposable {
  return Disposable.from(
    ...AGENT_TOOLS.map((tool) =>
      lm.registerTool<unknown>(`${AGENT_TOOL_PREFIX}${tool.name}`, {
        prepareInvocation: () => ({ invocationMessage: titleOf(tool.name, surroundings.language) }),
        invoke: async ({ input }) => {
          const { text } = await invoke(tool, input, surroundings);
          return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
        },
      }),
    ),
  );
}

async function invoke(
  { name }: AgentTool,
  input: unknown,
  surroundings: AgentSurroundings,
): Promise<AgentAnswer> {
  if (surroundings.store.server !== 'running')
    return { text: 'Mypy Ratchet does not run in this workspace.', isError: true };
  if (name === 'accept_errors') return accept(input, surroundings);
  const answer = await surroundings.sendRequest(AgentRequest, { tool: name, input });
  const unsaved = listUnsaved();
  if (unsaved.length === 0) return answer;
  return { ...answer, text: `${answer.text}\n\nNot saved, so not checked: ${unsaved.join(', ')}` };
}

function listUnsaved(): readonly string[] {
  return workspace.textDocuments
    .filter(({ isDirty, languageId }) => isDirty && languageId === 'python')
    .map(({ uri }) => toSlashes(workspace.asRelativePath(uri)));
}

/**
 * Accepts what the person agrees to in a dialog of our own: an editor that was told to let every tool
 * run would not ask.
 */
async function accept(
  input: unknown,
  { store, sendRequest, language }: AgentSurroundings,
): Promise<AgentAnswer> {
  const parsed = parseAcceptInput(input);
  if (parsed.kind === 'wrong') return { text: parsed.why, isError: true };
  const { ids, reason } = parsed.input;
  const questions = acceptanceQuestions(store.all, ids, language);
  if (questions.length === 0)
    return { text: 'None of these ids is a new error: see new_errors.', isError: true };
  const said: string[] = [];
  for (const { project, errors, detail } of questions) {
    const chosen = await window.showWarningMessage(
      language.count(
        errors.length,
        'An assistant asks to accept 1 new error into the baseline.',
        'An assistant asks to accept {0} new errors into the baseline.',
      ),
      { modal: true, detail: `${language.say('Its reason: {0}', reason)}\n\n${detail}` },
      language.say('Accept'),
    );
    if (chosen === undefined)
      return { text: 'The person did not agree. Fix the errors instead.', isError: true };
    const accepted = errors.map(({ id }) => id);
    const { message } = await sendRequest(AcceptErrorsRequest, {
      project,
      ids: accepted,
      reason,
      forAssistant: true,
    });
    said.push(message);
  }
  return { text: said.join('\n'), isError: false };
}

/** What a person reads while an assistant uses a tool. */
function titleOf(name: AgentToolName, { say }: Language): string {
  switch (name) {
    case 'check_now':
      return say('Check the types now');
    case 'new_errors':
      return say('List new type errors');
    case 'explain_error':
      return say('Explain a type error');
    case 'category_breakdown':
      return say('Count type errors by category');
    case 'accept_errors':
      return say('Accept type errors into the baseline');
  }
}
