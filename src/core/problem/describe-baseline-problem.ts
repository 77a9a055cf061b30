import type { Language } from '../language/language.js';
import { nameOf } from '../path/name-of.js';
import type { Problem } from './problem.js';
import type { ProblemText } from './problem-text.js';
import { firstLine } from './shown-line.js';

type BaselineProblem = Extract<Problem, { kind: `baseline-${string}` }>;

/** Words for what is wrong with a baseline file. */
export function describeBaselineProblem(problem: BaselineProblem, language: Language): ProblemText {
  const { kind, path } = problem;
  const name = nameOf(path);
  switch (kind) {
    case 'baseline-unreadable':
      return {
        kind,
        message: language.say(
          '{0} cannot be read, so nothing is compared: {1}',
          name,
          firstLine(language.express(problem.detail)),
        ),
        detail: language.express(problem.detail),
        remedy: 'show-log',
      };
    case 'baseline-malformed':
      return {
        kind,
        message: language.say(
          '{0} is damaged at line {1}: {2}. It is left as it is.',
          name,
          problem.line,
          firstLine(language.express(problem.detail)),
        ),
        detail: language.express(problem.detail),
        remedy: 'open-baseline',
        location: { path, line: problem.line },
      };
    case 'baseline-conflicted':
      return {
        kind,
        message: language.say("{0} holds git's conflict markers (line {1}).", name, problem.line),
        detail: language.say('Repair keeps the entries of both sides.'),
        remedy: 'repair-baseline',
        location: { path, line: problem.line },
      };
    case 'baseline-headers-doubled':
      return {
        kind,
        message: language.say(
          '{0} has {1} headers (line {2}), as a merge of branches with different environments leaves them.',
          name,
          problem.count,
          problem.line,
        ),
        detail: language.say(
          'Repair keeps the one of the newest mypy, of several the one that is true here, and every entry.',
        ),
        remedy: 'repair-baseline',
        location: { path, line: problem.line },
      };
    case 'baseline-newer':
      return {
        kind,
        message: language.say(
          '{0} was written by a newer Mypy Ratchet (format {1}). Update the extension.',
          name,
          problem.version,
        ),
        detail: '',
        remedy: 'open-baseline',
      };
    case 'baseline-not-written':
      return {
        kind,
        message: language.say(
          '{0} could not be written: {1}',
          name,
          firstLine(language.express(problem.detail)),
        ),
        detail: language.express(problem.detail),
        remedy: 'show-log',
      };
  }
}
