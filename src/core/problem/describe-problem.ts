import type { Language } from '../language/language.js';
import { nameOf } from '../path/name-of.js';
import { describeBaselineProblem } from './describe-baseline-problem.js';
import { describeBlockers, describeFailure, describeSlowness } from './describe-check.js';
import { describeNoInterpreter, describeRejected } from './describe-interpreter.js';
import type { EnvironmentDifference, Problem, RejectedInterpreter } from './problem.js';
import type { ProblemText } from './problem-text.js';
import { firstLine } from './shown-line.js';

/** Words for a problem: the only place that has them. */
export function describeProblem(problem: Problem, language: Language): ProblemText {
  const { kind } = problem;
  switch (kind) {
    case 'no-interpreter':
      return {
        kind,
        message: describeNoInterpreter(problem.rejected, language),
        detail: problem.rejected.map((one) => describeRejected(one, language)).join('\n'),
        remedy: problem.rejected.some(lacksMypy) ? 'install-mypy' : 'select-interpreter',
      };
    case 'workspace-untrusted':
      return {
        kind,
        message: language.say(
          'This workspace is not trusted, so mypy is not run: this is what {0} says.',
          nameOf(problem.path),
        ),
        detail: '',
        remedy: 'manage-trust',
      };
    case 'no-python-files':
      return {
        kind,
        message: language.say('There are no Python files in this folder.'),
        detail: '',
        remedy: 'check-now',
      };
    case 'folder-gone':
      return {
        kind,
        message: language.say(
          'The folder {0} is not there. If it was moved, open it where it is now.',
          problem.path,
        ),
        detail: '',
        remedy: 'check-now',
      };
    case 'check-broken':
      return {
        kind,
        message: language.say('Mypy Ratchet itself failed: {0}', firstLine(problem.detail)),
        detail: problem.detail,
        remedy: 'show-log',
      };
    case 'check-slow':
      return {
        kind,
        message: describeSlowness(problem.lastMs, language),
        detail: '',
        remedy: 'restart',
      };
    case 'check-blocked':
      return { kind, remedy: 'open-blocker', ...describeBlockers(problem.blockers, language) };
    case 'check-failed':
      return {
        kind,
        message: describeFailure(problem.failure, language),
        detail: problem.stderr,
        remedy: problem.failure.kind === 'no-mypy' ? 'select-interpreter' : 'show-log',
      };
    case 'baseline-unreadable':
    case 'baseline-malformed':
    case 'baseline-conflicted':
    case 'baseline-headers-doubled':
    case 'baseline-newer':
    case 'baseline-not-written':
      return describeBaselineProblem(problem, language);
    default:
      return describeUncertainty(problem, language);
  }
}

type Uncertainty = Extract<
  Problem,
  {
    kind:
      | 'committed-baseline-unknown'
      | 'environment-differs'
      | 'check-unconfirmed'
      | 'environment-unknown'
      | 'output-unproven'
      | 'configuration-warning'
      | 'configuration-unreadable';
  }
>;

/** What leaves a check or a comparison standing, and says how far it can be relied upon. */
function describeUncertainty(problem: Uncertainty, language: Language): ProblemText {
  const { kind } = problem;
  switch (kind) {
    case 'committed-baseline-unknown':
      return {
        kind,
        message: language.say(
          'The committed baseline could not be read from git; counts are against the file.',
        ),
        detail: problem.detail,
        remedy: 'show-log',
      };
    case 'environment-differs':
      return {
        kind,
        message: language.say(
          'The baseline was written with {0}. It is compared, and not changed until you update it.',
          listDifferences(problem.differences, language),
        ),
        detail: '',
        remedy: 'update-baseline',
      };
    case 'check-unconfirmed':
      return {
        kind,
        message: language.say(
          'Plain mypy has not confirmed yet what is shown, so nothing is written.',
        ),
        detail: '',
        remedy: 'check-now',
      };
    case 'environment-unknown':
      return {
        kind,
        message: language.say(
          'mypy ran elsewhere: its version and configuration are not known. The baseline is compared, and not changed unless you say so.',
        ),
        detail: '',
        remedy: 'check-now',
      };
    case 'output-unproven':
      return {
        kind,
        message: language.say(
          "mypy's JSON has no summary line: an output that was cut cannot be told from a whole one. Give mypy's exit status too (--mypy-status).",
        ),
        detail: '',
        remedy: 'check-now',
      };
    case 'configuration-warning':
      return {
        kind,
        message: language.say('mypy warns: {0}', firstLine(problem.detail)),
        detail: problem.detail,
        ...placeOfWarning(problem.detail),
      };
    case 'configuration-unreadable':
      return {
        kind,
        message: language.say(
          '{0} could not be read: {1}',
          problem.path,
          firstLine(language.express(problem.detail)),
        ),
        detail: language.express(problem.detail),
        remedy: 'show-log',
        location: { path: problem.path, line: 1 },
      };
  }
}

/** mypy begins a warning with the configuration file, and mostly knows no line of it. */
function placeOfWarning(detail: string): Pick<ProblemText, 'remedy' | 'location'> {
  const [, path, line = '1'] = /^([^:\n]+\.(?:ini|toml|cfg))(?::(\d+))?:/.exec(detail) ?? [];
  if (path === undefined) return { remedy: 'show-log' };
  return { remedy: 'open-blocker', location: { path, line: Number(line) } };
}

/** Whether an environment that is the person's or the project's could have mypy. */
function lacksMypy({ why, origin }: RejectedInterpreter): boolean {
  return why === 'no-mypy' && origin !== 'path' && origin !== 'mypy-script';
}

function listDifferences(
  differences: readonly EnvironmentDifference[],
  language: Language,
): string {
  return differences
    .map(({ field, baseline, here }) =>
      field === 'config'
        ? language.say('another mypy configuration')
        : language.say(
            '{0} {1} (here: {2})',
            field,
            baseline || language.say('(none)'),
            here || language.say('(none)'),
          ),
    )
    .join(', ');
}
