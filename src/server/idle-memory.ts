/** What is asked of the process whose memory it is. */
export interface MemoryOwner {
  /** CPU time that it has taken so far, in ms. */
  cpuMs(): number;
  /** What its heap holds of the machine's memory, used or not, in bytes. */
  heapBytes(): number;
  /** Gives back what is not used. The process does nothing else meanwhile. */
  collect(): void;
}

/** Between two looks, in ms. */
const LOOK_EVERY_MS = 10_000;
/** A process that takes less CPU time between two looks is idle. */
const IDLE_CPU_MS = 100;
/** Less is not worth the interruption. */
const WORTH_BYTES = 8 * 2 ** 20;

/**
 * Gives memory back while nothing happens. V8 keeps what the last check needed until the next one
 * needs it again; but a person who reads or is away checks nothing for a long time. After each check would
 * be too often: V8 also forgets compiled code, and the next save's own share took twice as long.
 */
export class IdleMemory {
  readonly #owner: MemoryOwner;
  #cpuMs: number;
  /** What the last collection left, once there was nothing to gain; 0 before. */
  #leftBytes = 0;

  constructor(owner: MemoryOwner) {
    this.#owner = owner;
    this.#cpuMs = owner.cpuMs();
  }

  /** Looks now and then; keeps no process alive. */
  watch(): void {
    setInterval(() => this.look(), LOOK_EVERY_MS).unref();
  }

  /**
   * Collects, if the process has been idle since the last look and there may be something to gain:
   * until a collection gains nothing, because what one frees may be given back by the next.
   */
  look(): void {
    const owner = this.#owner;
    const cpuMs = owner.cpuMs();
    const isIdle = cpuMs - this.#cpuMs < IDLE_CPU_MS;
    this.#cpuMs = cpuMs;
    const before = owner.heapBytes();
    if (!isIdle || before < this.#leftBytes + WORTH_BYTES) return;
    owner.collect();
    const after = owner.heapBytes();
    this.#leftBytes = before - after < WORTH_BYTES ? after : 0;
    this.#cpuMs = owner.cpuMs();
  }
}

/** This process; undefined where Node was not started with `--expose-gc`. */
export function thisProcess(): MemoryOwner | undefined {
  const { gc } = globalThis;
  if (gc === undefined) return undefined;
  return {
    cpuMs: () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    },
    heapBytes: () => process.memoryUsage().heapTotal,
    collect: () => collectAll(gc),
  };
}

function collectAll(gc: NodeJS.GCFunction): void {
  const major = Number.parseInt(process.versions.node, 10);
  if (major >= 22) {
    gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    return;
  }
  // Node 20 has no `last-resort`, and gives back with the second collection what the first freed.
  gc();
  gc();
}
