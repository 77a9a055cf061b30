import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { findByEnvironment } from './processes.js';
import { BASELINE, type Session, type SoakFolders } from './session.js';

/** All that is left of a server that has ended and should not be. */
export async function findLeftovers(session: Session): Promise<readonly string[]> {
  const { folders } = session;
  // First: git itself locks the index for a moment when it is asked.
  const locks = await listLocks(session);
  const processes = await findByEnvironment(`TMPDIR=${folders.temporary}`);
  const temporary = await listFiles(folders.temporary);
  const storage = await listForeign(folders);
  const project = await listUnknown(session);
  return [
    ...processes.map((line) => `process ${line}`),
    ...temporary.map((path) => `temporary file ${path}`),
    ...storage.map((path) => `in the storage folder ${path}`),
    ...project.map((path) => `in the project ${path}`),
    ...locks.map((path) => `lock ${path}`),
  ];
}

/** Every file, socket and link below a folder, relative to it. */
async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
}

/** What is neither mypy's cache nor ours beside it. */
async function listForeign({ storage }: SoakFolders): Promise<readonly string[]> {
  const files = await listFiles(storage);
  return files.filter((path) =>
    /\.(?:lock|tmp|sock|sqlite-journal|db-journal|db-wal)\b/.test(path),
  );
}

/** What is in the folder and neither in git nor of those who work there. */
async function listUnknown(session: Session): Promise<readonly string[]> {
  const status = await session.git('status', '--porcelain', '--ignored', '--untracked-files=all');
  const kept = /^(?:!!|\?\?) (?:\.venv$|app\/.*\.py$|mypy-baseline\.jsonl$)/;
  return status
    .split('\n')
    .filter((line) => /^(?:!!|\?\?) /.test(line) && !kept.test(line))
    .map((line) => line.slice(3));
}

async function listLocks(session: Session): Promise<readonly string[]> {
  const beside = (await readdir(session.root)).filter(
    (name) => name.startsWith(BASELINE) && name !== BASELINE,
  );
  const git = (await listFiles(session.at('.git'))).filter((path) => path.endsWith('.lock'));
  return [...beside, ...git];
}
