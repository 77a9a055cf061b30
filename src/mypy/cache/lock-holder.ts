import { isRecord } from '../../core/json/is-record.js';

/** Who uses a cache, as its lock says. */
export interface LockHolder {
  /** Of this one use. */
  readonly token: string;
  readonly host: string;
  readonly pid: number;
  /** When that process began, epoch milliseconds: in containers process ids soon come again. */
  readonly startedAt: number;
  /** mypy's process id; null before it runs. It may outlive who started it. */
  readonly mypy: number | null;
}

/** From where a holder is looked at. */
export interface LockObserver {
  readonly host: string;
  readonly pid: number;
  readonly startedAt: number;
  readonly isAlive: (pid: number) => boolean;
}

/** A holder renews its lock five times as often. */
const RENEWED_MS = 10_000;

/** A lock is created and then written. */
const BLANK_MS = 2_000;

/** mypy is ended after this long anyway, by whoever started it. */
const ORPHAN_MS = 30 * 60_000;

/**
 * Whether a cache is in use.
 *
 * @param holder Undefined where the lock cannot be read.
 * @param ageMs Since the lock was last renewed; below zero where the clock was set back.
 */
export function isHeld(
  holder: LockHolder | undefined,
  ageMs: number,
  observer: LockObserver,
): boolean {
  if (holder === undefined) return ageMs < BLANK_MS;
  if (holder.host !== observer.host) return ageMs < RENEWED_MS;
  if (ageMs < RENEWED_MS && lives(holder, observer)) return true;
  return holder.mypy !== null && ageMs < ORPHAN_MS && observer.isAlive(holder.mypy);
}

/** What a lock says; undefined for anything that is none. */
export function parseHolder(text: string): LockHolder | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (!isRecord(value)) return undefined;
  const { token, host, pid, startedAt, mypy } = value;
  if (typeof token !== 'string' || typeof host !== 'string') return undefined;
  if (typeof pid !== 'number' || typeof startedAt !== 'number') return undefined;
  return { token, host, pid, startedAt, mypy: typeof mypy === 'number' ? mypy : null };
}

function lives({ pid, startedAt }: LockHolder, observer: LockObserver): boolean {
  return pid === observer.pid ? startedAt === observer.startedAt : observer.isAlive(pid);
}
