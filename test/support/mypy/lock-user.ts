import { appendFileSync } from 'node:fs';
import { lockCache } from '../../../src/mypy/cache/cache-lock.js';

/** The compiled program. */
export const LOCK_USER = __filename;

/**
 * A process that uses a cache: `lock-user.js FOLDER LOG TIMES` writes `+` and `-` with its process
 * id around each use; with `for-ever` for TIMES it never releases.
 */
async function main([folder = '', log = '', times = '']: readonly string[]): Promise<void> {
  const { signal } = new AbortController();
  const isForEver = times === 'for-ever';
  for (let use = 0; isForEver || use < Number(times); use++) {
    const attempt = await lockCache(folder, signal, () => undefined);
    if (attempt.kind !== 'locked') throw new Error(attempt.kind);
    appendFileSync(log, `+${process.pid}\n`);
    if (isForEver) {
      // The lock's own timer does not keep a process alive.
      setInterval(() => undefined, 60_000);
      return;
    }
    appendFileSync(log, `-${process.pid}\n`);
    attempt.lock.release();
  }
}

if (require.main === module) void main(process.argv.slice(2));
