/** The interpreters with mypy that `npm test` sets up, by the environment variable that names them. */
export const INTERPRETERS: ReadonlyMap<MypyVersion, string> = new Map([
  ['newest', 'MYPY_RATCHET_PYTHON_NEWEST'],
  ['1.19.1', 'MYPY_RATCHET_PYTHON_1_19_1'],
  ['1.4.1', 'MYPY_RATCHET_PYTHON_1_4_1'],
  ['1.18.2', 'MYPY_RATCHET_PYTHON_1_18_2'],
]);

/** `newest` for what `npm test` sets up as such, else the number: `1.19.1`. */
export type MypyVersion = string;

/** The only version that a run of the matrix is about. */
const ONLY = process.env['MYPY_RATCHET_MATRIX_VERSION'];

/** All versions that the tests run against. */
export const VERSIONS: readonly MypyVersion[] = chooseVersions(['newest', '1.19.1', '1.4.1']);

/** The version for tests that ask one only. */
export const VERSION: MypyVersion = ONLY ?? 'newest';

/** The versions for a test: in a run of the matrix that which it is about, else the usual ones. */
export function chooseVersions(usual: readonly MypyVersion[]): readonly MypyVersion[] {
  return ONLY === undefined ? usual : [ONLY];
}

/** An interpreter with {@link VERSION} and the packages whose plugins are tested. */
export function interpreterWithPlugins(): string {
  return read('MYPY_RATCHET_PYTHON_PLUGINS');
}

/** The interpreter of a version; fails when the tests were not started through `npm test`. */
export function interpreterOf(version: MypyVersion): string {
  const isOnly = version === ONLY;
  const variable = isOnly ? 'MYPY_RATCHET_MATRIX_PYTHON' : INTERPRETERS.get(version);
  if (variable === undefined) throw new Error(`mypy ${version} is not set up for tests`);
  return read(variable);
}

function read(variable: string): string {
  const path = process.env[variable];
  if (path === undefined) throw new Error(`${variable} is not set: use npm test`);
  return path;
}
