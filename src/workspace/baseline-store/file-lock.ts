/** A lock this old belongs to a process that died; the holder renews it more often. */
const STALE_MS = 10_000;
const RETRIES = { retries: 150, minTimeout: 10, maxTimeout: 100, factor: 1.2 };

/**
 * Runs an action while no other process that asks for the same lock may. The lock is a folder
 * beside the file; the file itself need not be there yet.
 */
export async function withFileLock<Result>(
  file: string,
  action: () => Promise<Result>,
): Promise<Result> {
  // Loaded by who writes: most runs only read.
  const { lock } = await import('proper-lockfile');
  const release = await lock(file, { realpath: false, stale: STALE_MS, retries: RETRIES });
  try {
    return await action();
  } finally {
    await release();
  }
}
