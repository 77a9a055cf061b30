import { cp, symlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { TemporaryFolder } from '../files/temporary-folder.js';
import { createRepository } from '../git/repository.js';
import { interpreterOf } from '../mypy/interpreters.js';

/** An edit of celery 5.5.3 that makes exactly one new error, in another file. */
export const CELERY_EDIT = {
  path: 'celery/utils/time.py',
  /** 1-based. */
  line: 253,
  from: 'def weekday(name: str) -> int:',
  to: 'def weekday(name: str, short: bool) -> int:',
  brokenPath: 'celery/schedules.py',
  message: 'Missing positional argument "short" in call to "weekday"',
} as const;

/** An edit that fixes exactly one error, and makes none. */
export const CELERY_FIX = {
  path: 'celery/utils/sysinfo.py',
  /** 1-based. */
  line: 31,
  from: '    def __init__(self, path: str | bytes | os.PathLike) -> None:',
  to: '    def __init__(self, path: str | bytes | os.PathLike[str]) -> None:',
} as const;

/** The source of celery with `--strict` and an environment that has mypy, committed. */
export async function createCeleryProject(folder: TemporaryFolder): Promise<void> {
  const source = process.env['MYPY_RATCHET_CELERY'];
  if (source === undefined) throw new Error('MYPY_RATCHET_CELERY is not set: use npm test');
  await cp(`${source}/celery`, folder.at('celery'), { recursive: true });
  await folder.write('mypy.ini', '[mypy]\nfiles = celery\nstrict = True\n');
  await folder.write('.gitignore', '.venv\n__pycache__/\n.mypy_cache/\n');
  await symlink(dirname(dirname(interpreterOf('newest'))), folder.at('.venv'));
  await createRepository(folder.path);
}
