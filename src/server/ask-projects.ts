import type { AgentAnswer, AskingTool } from '../core/agent/agent-tools.js';
import type { ProjectHost } from './project-host.js';

/** Asks every project; where there are several, each answer says whose it is. */
export async function askProjects(
  hosts: readonly ProjectHost[],
  tool: AskingTool,
  input: unknown,
): Promise<AgentAnswer> {
  const asked = await Promise.all(
    hosts.map(async (host) => ({ root: host.root, answer: await host.ask(tool, input) })),
  );
  const answers = asked.flatMap(({ root, answer }) =>
    answer === undefined ? [] : { root, answer },
  );
  const [only] = answers;
  if (only === undefined) return { text: 'Mypy Ratchet checks no folder here.', isError: true };
  if (answers.length === 1) return only.answer;
  return {
    text: answers.map(({ root, answer }) => `In ${root}:\n${answer.text}`).join('\n\n'),
    // An error that one project does not have, another may explain.
    isError: answers.every(({ answer }) => answer.isError),
  };
}
