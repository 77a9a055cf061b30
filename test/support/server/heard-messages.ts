/** How long a condition may take: the slowest is a cold mypy on a busy machine. */
const PATIENCE_MS = 120_000;

/** Waits for what other messages bring about, looking after each. */
export class HeardMessages {
  readonly #waiting = new Set<() => void>();
  readonly #explain: () => string;

  /** @param explain What there is to say when a condition does not come about. */
  constructor(explain: () => string) {
    this.#explain = explain;
  }

  /** A message came. */
  hear(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const resume of waiting) resume();
  }

  async until<Value>(
    describe: string,
    condition: () => Value | undefined | null | false,
  ): Promise<Value> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const value = condition();
      if (value !== undefined && value !== null && value !== false) return value;
      await this.#next(deadline - Date.now(), describe);
    }
  }

  #next(timeoutMs: number, describe: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const fail = () => reject(new Error(`waited in vain for ${describe}\n${this.#explain()}`));
      const timer = setTimeout(fail, Math.max(timeoutMs, 0));
      this.#waiting.add(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
