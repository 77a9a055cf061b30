/** A promise with its ends in hand. `Promise.withResolvers` is not in Node 20. */
export class Deferred {
  readonly promise: Promise<void>;
  #resolve: (value: PromiseLike<void> | undefined) => void = () => undefined;
  #reject: (reason: unknown) => void = () => undefined;

  constructor() {
    this.promise = new Promise<void>((resolve, reject) => {
      this.#resolve = (value) => (value === undefined ? resolve() : resolve(value));
      this.#reject = reject;
    });
  }

  /** Resolves at once, or as another promise does. */
  resolve(as?: PromiseLike<void>): void {
    this.#resolve(as);
  }

  reject(reason: unknown): void {
    this.#reject(reason);
  }
}
