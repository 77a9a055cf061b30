/** How long checks of one project took lately, in milliseconds, the last one last. */
export interface EngineRecord {
  /** Of the daemon, after its first check. */
  readonly daemon: readonly number[];
  /** Of plain mypy, with its cache. */
  readonly plain: readonly number[];
}

/** Which engine is asked for previews, and why, for the log. */
export interface EngineChoice {
  readonly engine: 'daemon' | 'plain';
  readonly why: string;
}

export const EMPTY_RECORD: EngineRecord = { daemon: [], plain: [] };

/** Old checks say little of what the project is now. */
const MOST_KEPT = 15;

/** So many checks of each show more than chance. */
const LEAST_DAEMON = 5;
const LEAST_PLAIN = 2;

/** A daemon that saves less than this is not worth its memory and its mistakes. */
const WORTHWHILE = 0.8;

/** The record with one more check in it. */
export function recordCheck(
  record: EngineRecord,
  engine: keyof EngineRecord,
  elapsedMs: number,
): EngineRecord {
  return { ...record, [engine]: [...record[engine], elapsedMs].slice(-MOST_KEPT) };
}

/**
 * Whether the daemon is worth having in a project. It is until it has shown that it is not: it
 * checks every file with errors again after each edit (mypy issue 14474), which in a project in
 * debt can take longer than plain mypy.
 */
export function chooseEngine(record: EngineRecord): EngineChoice {
  const { daemon, plain } = record;
  if (daemon.length < LEAST_DAEMON || plain.length < LEAST_PLAIN) {
    return { engine: 'daemon', why: 'nothing speaks against it yet' };
  }
  const [daemonMs, plainMs] = [median(daemon), median(plain)];
  const why = `here the daemon takes ${seconds(daemonMs)} and plain mypy ${seconds(plainMs)}, medians of ${daemon.length} and ${plain.length} checks`;
  return { engine: daemonMs < WORTHWHILE * plainMs ? 'daemon' : 'plain', why };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
