/** The interpreters with mypy that `npm test` sets up, by the environment variable that names them. */
export const INTERPRETERS = {
  newest: 'MYPY_RATCHET_PYTHON_NEWEST',
  '1.19.1': 'MYPY_RATCHET_PYTHON_1_19_1',
  '1.4.1': 'MYPY_RATCHET_PYTHON_1_4_1',
  '1.0.1': 'MYPY_RATCHET_PYTHON_1_0_1',
  '1.7.1': 'MYPY_RATCHET_PYTHON_1_7_1',
  '1.18.2': 'MYPY_RATCHET_PYTHON_1_18_2',
  '1.20.2': 'MYPY_RATCHET_PYTHON_1_20_2',
} as const;

/** The interpreter of a version; fails when the tests were not started through `npm test`. */
export function interpreterOf(version: keyof typeof INTERPRETERS): string {
  const path = process.env[INTERPRETERS[version]];
  if (path === undefined) throw new Error(`${INTERPRETERS[version]} is not set: use npm test`);
  return path;
}
