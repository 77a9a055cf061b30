import type { CheckOptions } from './checker.js';

/** Often enough for a counter of seconds to look alive. */
const TICK_MS = 250;

/** Reports the time that passes while something runs. No file is counted: mypy names none. */
export async function reportProgress<T>(
  { onProgress }: CheckOptions,
  run: () => Promise<T>,
): Promise<T> {
  if (onProgress === undefined) return run();
  const begin = performance.now();
  const tick = () => onProgress({ elapsedMs: Math.round(performance.now() - begin), files: null });
  const timer = setInterval(tick, TICK_MS);
  try {
    tick();
    return await run();
  } finally {
    clearInterval(timer);
  }
}
