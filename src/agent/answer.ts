import { parseExplainInput, parseNewErrorsInput } from '../core/agent/agent-input.js';
import type { AgentAnswer, AskingTool } from '../core/agent/agent-tools.js';
import type { BaselinePresence } from '../core/baseline/baseline-presence.js';
import { categoryTable } from '../core/counts/category-table.js';
import { ENGLISH } from '../core/language/language.js';
import { describeProblem } from '../core/problem/describe-problem.js';
import { visibleText } from '../core/text/visible-text.js';
import { explainErrors } from '../project/explain-result.js';
import type { Project } from '../project/project.js';
import type { ProjectResult, ProjectState } from '../project/project-state.js';
import { describeCounts, listNewErrors } from './describe-errors.js';

/**
 * Answers an assistant from a fresh check. What mypy could not look at is said and never taken for
 * no error.
 *
 * @param input As the model gave it.
 * @param changed Absolute paths of files that changed since the last check, where they are known.
 */
export async function answer(
  tool: AskingTool,
  input: unknown,
  project: Project,
  changed: readonly string[] = [],
): Promise<AgentAnswer> {
  await project.check('command', changed);
  const { state } = project;
  const { result, stale } = state;
  const isChecked = result !== null && result.authority !== 'last-session';
  if (stale !== null || !isChecked) return refuse(describeStaleness(state));
  const { text, isError } = answerFrom(result, tool, input, state.presence);
  return { text: [text, ...describeProblems(state)].join('\n\n'), isError };
}

function answerFrom(
  result: ProjectResult,
  tool: AskingTool,
  input: unknown,
  presence: BaselinePresence,
): AgentAnswer {
  switch (tool) {
    case 'check_now':
      return tell(describeCounts(result, presence));
    case 'new_errors': {
      const parsed = parseNewErrorsInput(input);
      if (parsed.kind === 'wrong') return refuse(parsed.why);
      return tell(listNewErrors(result, presence, parsed.input));
    }
    case 'category_breakdown':
      return tell(`${describeCounts(result, presence)}\n\n${categoryTable(result.summary)}`);
    case 'explain_error': {
      const parsed = parseExplainInput(input);
      if (parsed.kind === 'wrong') return refuse(parsed.why);
      return explain(result, parsed.input);
    }
  }
}

function explain(result: ProjectResult, word: string): AgentAnswer {
  const texts = explainErrors(word, result);
  if (texts.length === 0) return refuse(`mypy finds no error at ${visibleText(word)}.`);
  return tell(texts.join('').trimEnd());
}

/** What keeps the answer from being the whole truth. */
function describeProblems({ problems }: ProjectState): readonly string[] {
  return problems.map(
    (problem) => `Note: ${visibleText(describeProblem(problem, ENGLISH).message)}`,
  );
}

/** Why there is no answer. */
export function describeStaleness({ stale, blockers }: ProjectState): string {
  if (stale === null) return 'mypy has not checked the project.';
  const { message, detail } = describeProblem(stale, ENGLISH);
  const places = blockers.map(
    ({ path, start, message: wrong }) => `${path}:${start.line}: ${visibleText(wrong)}`,
  );
  const said = places.length > 0 ? places : detail === '' ? [] : [visibleText(detail)];
  const outcome = 'mypy could not check, so nothing is known of the errors now.';
  return [`${outcome} ${message}`, ...said].join('\n');
}

function tell(text: string): AgentAnswer {
  return { text, isError: false };
}

function refuse(text: string): AgentAnswer {
  return { text, isError: true };
}
