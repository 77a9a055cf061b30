import { ENGLISH } from '../core/language/language.js';
import { describeProblem } from '../core/problem/describe-problem.js';
import type { ProblemRemedy } from '../core/problem/problem-text.js';
import { visibleLines } from '../core/text/visible-text.js';
import type { ProjectState } from '../project/project-state.js';
import type { Terminal } from './terminal.js';

/** Remedies that are a command of ours. The others are for the editor. */
const COMMANDS: Readonly<Partial<Record<ProblemRemedy, string>>> = {
  'repair-baseline': 'mypy-ratchet repair',
};

/** Says on stderr what the reader of the result must know. */
export function printProblems({ stale, problems }: ProjectState, terminal: Terminal): void {
  for (const problem of stale === null ? problems : [stale, ...problems]) {
    const { message, detail, remedy } = describeProblem(problem, ENGLISH);
    terminal.err(`${visibleLines(message)}\n`);
    if (detail !== '' && detail !== message) terminal.err(`${visibleLines(detail)}\n`);
    const command = COMMANDS[remedy];
    if (command !== undefined) terminal.err(`Run: ${command}\n`);
  }
}
