/** Errors whose lines are gone, each of which can be found again once. */
export class LostErrors {
  /** By path and content, how many are left. */
  readonly #left = new Map<string, number>();
  /** By content. */
  readonly #paths = new Map<string, string[]>();

  /** @param content See `contentKey`. */
  add(path: string, content: string): void {
    const key = JSON.stringify([path, content]);
    this.#left.set(key, (this.#left.get(key) ?? 0) + 1);
    const paths = this.#paths.get(content) ?? [];
    this.#paths.set(content, [...paths, path]);
  }

  /** Whether one was lost in this file and not found yet; it is now. */
  find(path: string | undefined, content: string): boolean {
    const key = JSON.stringify([path, content]);
    const left = this.#left.get(key) ?? 0;
    if (left > 0) this.#left.set(key, left - 1);
    return left > 0;
  }

  /** As {@link find}, in whatever file. */
  findAnywhere(content: string): boolean {
    return (this.#paths.get(content) ?? []).some((path) => this.find(path, content));
  }

  /** Whether one was ever lost, found again or not. */
  has(content: string): boolean {
    return this.#paths.has(content);
  }
}
