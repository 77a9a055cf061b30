import { describeBlockers, describeFailure, describeSlowness } from './describe-check.js';
import type {
  EnvironmentDifference,
  InterpreterOrigin,
  Problem,
  RejectedInterpreter,
} from './problem.js';
import type { ProblemText } from './problem-text.js';
import { firstLine } from './shown-line.js';

/** Words for a problem: the only place that has them. */
export function describeProblem(problem: Problem): ProblemText {
  const { kind } = problem;
  switch (kind) {
    case 'no-interpreter':
      return {
        kind,
        message: noInterpreterMessage(problem.rejected),
        detail: problem.rejected.map(describeRejected).join('\n'),
        remedy: problem.rejected.some(lacksMypy) ? 'install-mypy' : 'select-interpreter',
      };
    case 'workspace-untrusted':
      return {
        kind,
        message: `This workspace is not trusted, so mypy is not run: this is what ${nameOf(problem.path)} says.`,
        detail: '',
        remedy: 'manage-trust',
      };
    case 'no-python-files':
      return {
        kind,
        message: 'There are no Python files in this folder.',
        detail: '',
        remedy: 'check-now',
      };
    case 'folder-gone':
      return {
        kind,
        message: `The folder ${problem.path} is not there. If it was moved, open it where it is now.`,
        detail: '',
        remedy: 'check-now',
      };
    case 'check-broken':
      return {
        kind,
        message: `Mypy Ratchet itself failed: ${firstLine(problem.detail)}`,
        detail: problem.detail,
        remedy: 'show-log',
      };
    case 'check-slow':
      return { kind, message: describeSlowness(problem.lastMs), detail: '', remedy: 'restart' };
    case 'check-blocked':
      return { kind, remedy: 'open-blocker', ...describeBlockers(problem.blockers) };
    case 'check-failed':
      return {
        kind,
        message: describeFailure(problem.failure),
        detail: problem.stderr,
        remedy: problem.failure.kind === 'no-mypy' ? 'select-interpreter' : 'show-log',
      };
    case 'baseline-unreadable':
    case 'baseline-malformed':
    case 'baseline-conflicted':
    case 'baseline-headers-doubled':
    case 'baseline-newer':
    case 'baseline-not-written':
      return describeBaselineProblem(problem);
    case 'committed-baseline-unknown':
      return {
        kind,
        message: 'The committed baseline could not be read from git; counts are against the file.',
        detail: problem.detail,
        remedy: 'show-log',
      };
    case 'environment-differs':
      return {
        kind,
        message: `The baseline was written with ${listDifferences(problem.differences)}. It is compared, and not changed until you update it.`,
        detail: '',
        remedy: 'update-baseline',
      };
    case 'check-unconfirmed':
      return {
        kind,
        message: 'Plain mypy has not confirmed yet what is shown, so nothing is written.',
        detail: '',
        remedy: 'check-now',
      };
    case 'environment-unknown':
      return {
        kind,
        message:
          'mypy ran elsewhere: its version and configuration are not known. The baseline is compared, and not changed unless you say so.',
        detail: '',
        remedy: 'check-now',
      };
    case 'output-unproven':
      return {
        kind,
        message:
          "mypy's JSON has no summary line: an output that was cut cannot be told from a whole one. Give mypy's exit status too (--mypy-status).",
        detail: '',
        remedy: 'check-now',
      };
    case 'configuration-warning':
      return {
        kind,
        message: `mypy warns: ${firstLine(problem.detail)}`,
        detail: problem.detail,
        ...placeOfWarning(problem.detail),
      };
    case 'configuration-unreadable':
      return {
        kind,
        message: `${problem.path} could not be read: ${firstLine(problem.detail)}`,
        detail: problem.detail,
        remedy: 'show-log',
        location: { path: problem.path, line: 1 },
      };
    default:
      return unreachable(problem);
  }
}

/** mypy begins a warning with the configuration file, and mostly knows no line of it. */
function placeOfWarning(detail: string): Pick<ProblemText, 'remedy' | 'location'> {
  const [, path, line = '1'] = /^([^:\n]+\.(?:ini|toml|cfg))(?::(\d+))?:/.exec(detail) ?? [];
  if (path === undefined) return { remedy: 'show-log' };
  return { remedy: 'open-blocker', location: { path, line: Number(line) } };
}

type BaselineProblem = Extract<Problem, { kind: `baseline-${string}` }>;

function describeBaselineProblem(problem: BaselineProblem): ProblemText {
  const { kind, path } = problem;
  const name = nameOf(path);
  switch (kind) {
    case 'baseline-unreadable':
      return {
        kind,
        message: `${name} cannot be read, so nothing is compared: ${firstLine(problem.detail)}`,
        detail: problem.detail,
        remedy: 'show-log',
      };
    case 'baseline-malformed':
      return {
        kind,
        message: `${name} is damaged at line ${problem.line}: ${firstLine(problem.detail)}. It is left as it is.`,
        detail: problem.detail,
        remedy: 'open-baseline',
        location: { path, line: problem.line },
      };
    case 'baseline-conflicted':
      return {
        kind,
        message: `${name} holds git's conflict markers (line ${problem.line}).`,
        detail: 'Repair keeps the entries of both sides.',
        remedy: 'repair-baseline',
        location: { path, line: problem.line },
      };
    case 'baseline-headers-doubled':
      return {
        kind,
        message: `${name} has ${problem.count} headers (line ${problem.line}), as a merge of branches with different environments leaves them.`,
        detail:
          'Repair keeps the one of the newest mypy, of several the one that is true here, and every entry.',
        remedy: 'repair-baseline',
        location: { path, line: problem.line },
      };
    case 'baseline-newer':
      return {
        kind,
        message: `${name} was written by a newer Mypy Ratchet (format ${problem.version}). Update the extension.`,
        detail: '',
        remedy: 'open-baseline',
      };
    case 'baseline-not-written':
      return {
        kind,
        message: `${name} could not be written: ${firstLine(problem.detail)}`,
        detail: problem.detail,
        remedy: 'show-log',
      };
    default:
      return unreachable(problem);
  }
}

function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** Names of origins as the person knows them. */
export function describeOrigin(origin: InterpreterOrigin): string {
  switch (origin) {
    case 'setting':
      return 'the setting mypyRatchet.interpreter';
    case 'neighbour-setting':
      return 'the settings of another mypy extension';
    case 'python-environments':
      return "the Python Environments extension's choice";
    case 'python-extension':
      return "the Python extension's choice";
    case 'project-venv':
      return 'a virtual environment in the project';
    case 'virtual-env-variable':
      return 'VIRTUAL_ENV';
    case 'path':
      return 'PATH';
    case 'mypy-script':
      return 'the mypy script on PATH';
    default:
      return unreachable(origin);
  }
}

/** Whether an environment that is the person's or the project's could have mypy. */
function lacksMypy({ why, origin }: RejectedInterpreter): boolean {
  return why === 'no-mypy' && origin !== 'path' && origin !== 'mypy-script';
}

function noInterpreterMessage(rejected: readonly RejectedInterpreter[]): string {
  const chosen = rejected.find(({ origin }) => origin === 'setting');
  if (chosen !== undefined) {
    const why = REJECTIONS[chosen.why];
    return `The interpreter in mypyRatchet.interpreter ${why}: ${chosen.interpreter}`;
  }
  return rejected.some(({ why }) => why === 'no-mypy')
    ? 'Python was found, and none of its environments has mypy.'
    : 'No Python interpreter was found.';
}

function describeRejected({ interpreter, origin, why, detail }: RejectedInterpreter): string {
  const said = detail === '' ? '' : ` (${firstLine(detail)})`;
  return `${interpreter}, from ${describeOrigin(origin)}: ${REJECTIONS[why]}${said}`;
}

const REJECTIONS: Readonly<Record<RejectedInterpreter['why'], string>> = {
  'not-found': 'does not exist',
  'no-mypy': 'has no mypy',
  'not-python': 'did not answer as Python',
  'too-old': 'is too old',
};

function listDifferences(differences: readonly EnvironmentDifference[]): string {
  return differences
    .map(({ field, baseline, here }) =>
      field === 'config'
        ? 'another mypy configuration'
        : `${field} ${baseline || '(none)'} (here: ${here || '(none)'})`,
    )
    .join(', ');
}

function unreachable(value: never): never {
  throw new Error(`not a known kind: ${JSON.stringify(value)}`);
}
