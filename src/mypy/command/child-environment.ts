/** What would colour the output, move the cache, or start several workers. */
const UNWANTED = [
  'FORCE_COLOR',
  'MYPY_FORCE_COLOR',
  'CLICOLOR_FORCE',
  'MYPY_CACHE_DIR',
  'MYPY_NUM_WORKERS',
];

/** The variables for a process that runs mypy: those of ours, and UTF-8 in and out. */
export function childEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> {
  const unwanted = new Set(UNWANTED);
  const kept = Object.entries(env).filter(([name]) => !unwanted.has(name.toUpperCase()));
  return { ...Object.fromEntries(kept), PYTHONIOENCODING: 'utf-8', PYTHONUTF8: '1' };
}
