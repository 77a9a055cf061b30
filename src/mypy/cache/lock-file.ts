import { closeSync, openSync, readFileSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { isHeld, type LockHolder, type LockObserver, parseHolder } from './lock-holder.js';

/** To take a lock over takes less than a millisecond. */
const TAKEOVER_LIMIT_MS = 2_000;

/** Who uses a cache now; undefined where nobody does, or nobody knows. */
export function readHolder(file: string): LockHolder | undefined {
  try {
    return parseHolder(readFileSync(file, 'utf8'));
  } catch {
    // Released this very moment, or out of reach.
    return undefined;
  }
}

/**
 * Creates a lock, in place of one that a dead process left. Everything happens without a pause, so
 * that no two of this process come between each other. Throws where nothing can be written.
 *
 * @param file Absolute.
 * @returns Whether the lock is ours; else somebody else uses the cache.
 */
export function takeLock(file: string, own: LockHolder): boolean {
  return createFile(file, own) || takeOver(file, own);
}

/** One process at a time takes over: a second one would remove the lock of the first. */
function takeOver(file: string, own: LockHolder): boolean {
  if (isInUse(file)) return false;
  const guard = `${file}.takeover`;
  if (!createFile(guard, own)) {
    if ((readAgeMs(guard) ?? 0) > TAKEOVER_LIMIT_MS) unlinkSync(guard);
    return false;
  }
  try {
    if (isInUse(file)) return false;
    if (readAgeMs(file) !== undefined) unlinkSync(file);
    return createFile(file, own);
  } finally {
    unlinkSync(guard);
  }
}

function isInUse(file: string): boolean {
  const ageMs = readAgeMs(file);
  return ageMs !== undefined && isHeld(readHolder(file), ageMs, thisProcess());
}

/** This process, as the holder of a lock and as the observer of another's. */
export function thisProcess(): LockObserver {
  return {
    host: hostname(),
    pid: process.pid,
    startedAt: Math.round(performance.timeOrigin),
    isAlive,
  };
}

function createFile(file: string, own: LockHolder): boolean {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'wx');
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    writeSync(descriptor, JSON.stringify(own));
  } finally {
    closeSync(descriptor);
  }
  return true;
}

/** Undefined when the file is not there. */
function readAgeMs(file: string): number | undefined {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is somebody else's.
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
