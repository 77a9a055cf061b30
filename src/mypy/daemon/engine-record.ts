/** How long checks of one project took lately, in milliseconds, the last one last. */
export interface EngineRecord {
  /** Of the daemon, after its first check. */
  readonly daemon: readonly number[];
  /** Of plain mypy, with its cache. */
  readonly plain: readonly number[];
}

/** Which engine is to be asked for previews. */
export interface EngineChoice {
  readonly engine: 'daemon' | 'plain';
  /** In figures, for the log; null as long as this is only what is presumed. */
  readonly why: string | null;
}

export const EMPTY_RECORD: EngineRecord = { daemon: [], plain: [] };

/** Old checks say little of what the project is now. */
const MOST_KEPT = 15;

/** So many checks show more than chance. */
const LEAST_CHECKS = 5;

/** Plain checks are fewer where there are previews: one confirms several. */
const LEAST_CONFIRMATIONS = 2;

/** A daemon that saves less than this is not worth its memory and its mistakes. */
const WORTHWHILE = 0.8;

/** Where plain mypy takes less, nobody waits for it. */
const LONG_MS = 5_000;

/** The record with one more check in it. */
export function recordCheck(
  record: EngineRecord,
  engine: keyof EngineRecord,
  elapsedMs: number,
): EngineRecord {
  return { ...record, [engine]: [...record[engine], elapsedMs].slice(-MOST_KEPT) };
}

/**
 * Whether the daemon is worth having in a project: it checks every file with errors again after
 * each edit (mypy issue 14474), which in a project in debt can take longer than plain mypy.
 *
 * @param presumed What is likely better with this mypy. Where that is plain mypy, the daemon is
 *   tried if checks take long all the same.
 */
export function chooseEngine(
  { daemon, plain }: EngineRecord,
  presumed: EngineChoice['engine'],
): EngineChoice {
  if (daemon.length >= LEAST_CHECKS && plain.length >= LEAST_CONFIRMATIONS) {
    const [daemonMs, plainMs] = [median(daemon), median(plain)];
    const engine = daemonMs < WORTHWHILE * plainMs ? 'daemon' : 'plain';
    const why = `the daemon takes ${inSeconds(daemonMs)} here and plain mypy ${inSeconds(plainMs)}`;
    return { engine, why: `${why} (medians of ${daemon.length} and ${plain.length} checks)` };
  }
  if (presumed === 'daemon') return { engine: 'daemon', why: null };
  const isLong = plain.length >= LEAST_CHECKS && median(plain) >= LONG_MS;
  if (!isLong) return { engine: 'plain', why: null };
  return { engine: 'daemon', why: `plain mypy takes ${inSeconds(median(plain))} here` };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

function inSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
