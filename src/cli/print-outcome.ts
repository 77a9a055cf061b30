import { basename } from 'node:path';
import { ENGLISH } from '../core/language/language.js';
import type { Problem } from '../core/problem/problem.js';
import { visibleLines } from '../core/text/visible-text.js';
import { describeOutcome, type Outcome } from '../project/outcome.js';
import type { ProjectState } from '../project/project-state.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { printProblems } from './print-problems.js';
import type { Terminal } from './terminal.js';

/** Words what came of a change of the baseline (absolute path), and says what to exit with. */
export function printOutcome(
  outcome: Outcome,
  state: ProjectState,
  baselinePath: string,
  terminal: Terminal,
): ExitCode {
  const words = describeOutcome(outcome, basename(baselinePath), ENGLISH);
  switch (outcome.kind) {
    case 'written':
    case 'repaired':
    case 'sound':
    case 'unchanged':
    case 'not-new':
      terminal.out(`${words}\n`);
      return EXIT.pass;
    case 'exists':
    case 'absent':
      terminal.err(`${visibleLines(words)}\n`);
      return EXIT.failed;
    case 'refused': {
      printProblems(state, terminal);
      if (outcome.problem.kind.startsWith('environment-')) {
        terminal.err('Give --any-environment to change it all the same.\n');
      } else if (!isTold(outcome.problem, state)) {
        terminal.err(`${visibleLines(words)}\n`);
      }
      return EXIT.failed;
    }
  }
}

/** Whether the problems of the state, read after the refusal, say the same already. */
function isTold({ kind }: Problem, { stale, problems }: ProjectState): boolean {
  return stale?.kind === kind || problems.some((problem) => problem.kind === kind);
}
