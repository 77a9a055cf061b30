import { join } from 'node:path';
import { cached } from './cache.mjs';
import { versionOf } from './installed-pythons.mjs';
import { ask, run, SetupError, say } from './run.mjs';

/** The versions of mypy that the tests run against. */
export const MYPY_VERSIONS = {
  newest: '2.4.1',
  /** The first that caches files with errors, so the first that is prewarmed. */
  prewarmed: '1.19.1',
  /** Has no JSON output, which came with 1.11. */
  old: '1.4.1',
};

/** More versions for the tests of mypy's daemon. */
export const DAEMON_VERSIONS = ['1.18.2'];

/** The command line that `bench:cli` measures ours against. */
const MYPY_BASELINE_VERSION = '0.7.4';

/** Its style is the same for a whole year. */
const BLACK_VERSION = '25.12.0';

const CANDIDATES = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];
const OLDEST_PYTHON = [3, 10];

/** A Python of at least 3.10 on PATH. */
export function findPython() {
  for (const candidate of CANDIDATES) {
    const version = ask(candidate, ['-c', 'import sys; print(*sys.version_info[:2])']);
    if (version === undefined) continue;
    const [major, minor] = version.split(' ').map(Number);
    const [oldestMajor, oldestMinor] = OLDEST_PYTHON;
    if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return candidate;
  }
  throw new SetupError(
    `No Python ${OLDEST_PYTHON.join('.')} or newer is on PATH. Install one and try again.`,
  );
}

/** A virtual environment with that version of mypy; returns its interpreter. */
export async function mypyEnvironment(version) {
  return interpreterOf(await environmentWith('mypy', version));
}

/**
 * The same with a Python of one's choice, and more packages beside mypy.
 *
 * @param name What the folder in the cache is called.
 * @param python An interpreter.
 */
export async function environmentOf(name, python, requirements) {
  return interpreterOf(await makeEnvironment(name, python, requirements));
}

/** Packages whose plugins for mypy are tested; 2.0 is the last SQLAlchemy that has one. */
const PLUGINS = ['pydantic>=2,<3', 'sqlalchemy>=2.0,<2.1'];

/** A virtual environment with that version of mypy, pydantic and SQLAlchemy; its interpreter. */
export function pluginEnvironment(version, python = findPython(), minor = versionOf(python)) {
  const name = `mypy-${version}-plugins-python${minor}`;
  return environmentOf(name, python, [`mypy==${version}`, ...PLUGINS]);
}

/** A virtual environment with mypy-baseline; returns its interpreter. */
export async function mypyBaselineEnvironment() {
  return interpreterOf(await environmentWith('mypy-baseline', MYPY_BASELINE_VERSION));
}

/** A virtual environment with black; its name, which holds the version, and its interpreter. */
export async function blackEnvironment() {
  const interpreter = interpreterOf(await environmentWith('black', BLACK_VERSION));
  return { name: `black-${BLACK_VERSION}`, interpreter };
}

function environmentWith(distribution, version) {
  const requirements = [`${distribution}==${version}`];
  return makeEnvironment(`${distribution}-${version}`, findPython(), requirements);
}

function makeEnvironment(name, python, requirements) {
  return cached(name, async (draft) => {
    say(`Installing ${requirements.join(', ')} into a virtual environment …`);
    const advice =
      'Check the network, and that this Python has venv and pip (Debian: python3-venv).';
    const quiet = ['--quiet', '--disable-pip-version-check'];
    await run(python, ['-m', 'venv', draft], { advice });
    await run(interpreterOf(draft), ['-m', 'pip', 'install', ...quiet, ...requirements], {
      advice,
    });
  });
}

function interpreterOf(environment) {
  return process.platform === 'win32'
    ? join(environment, 'Scripts', 'python.exe')
    : join(environment, 'bin', 'python');
}
