import { chmod, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as messages from '../../../src/protocol/messages.js';
import { findChildren } from '../processes.js';
import type { Session } from '../session.js';
import { joinModule, splitModule } from '../source/module.js';
import type { Action, AwaitTruth } from './action.js';

/** Kills every Python that the server has started. */
async function killPythons(session: Session): Promise<string> {
  const pids = await findChildren(session.editor.serverPid ?? 0, /python/);
  for (const pid of pids) tryKill(pid);
  return `${pids.length} processes`;
}

/** One that has just ended by itself cannot be killed. */
function tryKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

async function killRunning(session: Session): Promise<string> {
  const path = await session.anyModule();
  const parts = splitModule((await session.read(path)) ?? '');
  await session.save(path, joinModule([...parts, 'def killed(x):\n    return x']));
  const { editor } = session;
  await editor.until('a check', () => editor.snapshot?.activity.kind === 'checking');
  const killed = await killPythons(session);
  // Nobody tells the editor that the next check would end well.
  await editor.request(messages.CheckRequest, {});
  return `${path}, ${killed}`;
}

/** Overwrites what mypy keeps, in the middle of its files. */
async function corruptCache(session: Session, awaitTruth: AwaitTruth): Promise<string> {
  await awaitTruth();
  const { storage } = session.folders;
  const files = (await readdir(storage, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /[\\/]\d\.\d+(?:$|[\\/])/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name));
  const chosen = session.random.some(files.sort(), 1 + session.random.below(3));
  for (const file of chosen) await writeFile(file, 'not what mypy wrote', { flag: 'r+' });
  return chosen.map((file) => file.slice(storage.length)).join(', ');
}

async function withdrawPermission(session: Session, awaitTruth: AwaitTruth): Promise<string> {
  const path = await session.anyModule();
  await chmod(session.at(path), 0);
  await session.editor.didSave(path);
  await awaitTruth();
  await chmod(session.at(path), 0o644);
  await session.editor.didSave(path);
  return path;
}

/** The virtual environment is made anew. */
async function relink(session: Session): Promise<string> {
  await session.linkEnvironment(session.interpreter);
  return session.interpreter;
}

async function removeEnvironment(session: Session, awaitTruth: AwaitTruth): Promise<string> {
  const { editor } = session;
  await session.unlinkEnvironment();
  await editor.request(messages.RestartRequest, {});
  await awaitTruth();
  await session.linkEnvironment(session.interpreter);
  await editor.request(messages.RestartRequest, {});
  return 'and restart';
}

async function killServer(session: Session): Promise<string> {
  const pid = session.editor.serverPid;
  await session.killServer();
  await session.openEditor();
  return `${pid}`;
}

async function reloadWindow(session: Session): Promise<string> {
  await session.closeEditor();
  await session.openEditor();
  return 'in order';
}

/** Misfortunes. */
export const FAULTS: readonly Action[] = [
  { name: 'kill mypy', weight: 2, perform: killRunning },
  { name: 'kill what waits', weight: 2, perform: killPythons },
  { name: "corrupt mypy's cache", weight: 2, perform: corruptCache },
  { name: 'withdraw permission', weight: 1, perform: withdrawPermission },
  { name: 'link the environment anew', weight: 1, perform: relink },
  { name: 'remove the environment', weight: 1, perform: removeEnvironment },
  { name: 'kill the server', weight: 3, endsServer: true, perform: killServer },
  { name: 'reload the window', weight: 2, endsServer: true, perform: reloadWindow },
];
