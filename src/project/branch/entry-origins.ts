import type { BaselineEntry } from '../../core/baseline/baseline.js';
import type { LineOrigin } from '../../core/baseline/line-origin.js';
import { placeEntries } from '../../core/baseline/place-entries.js';
import { joinKey } from '../../core/compare/leftovers.js';
import { BaselineMemory } from '../../workspace/baseline-store/baseline-memory.js';
import { BaselineStore } from '../../workspace/baseline-store/baseline-store.js';
import { stampFile } from '../../workspace/file-stamp.js';
import { Git } from '../../workspace/git/git.js';
import { findLineOrigins } from '../../workspace/git/line-origins.js';

/** Where the baseline is, and its repository. */
export interface BaselinePlace {
  /** Absolute. */
  readonly baselinePath: string;
  /** Absolute; null without a repository. */
  readonly gitFolder: string | null;
}

/** Entries by the line (1-based) of the file on which each stands. */
interface PlacedEntries {
  readonly stamp: string | undefined;
  readonly entries: readonly BaselineEntry[];
  readonly lines: ReadonlyMap<BaselineEntry, number>;
}

/** Says which commit wrote entries of the baseline file. Remembers while file and HEAD stay. */
export class EntryOrigins {
  readonly #place: BaselinePlace;
  readonly #store: BaselineStore;
  readonly #git = new Git();
  #placed: PlacedEntries | undefined;
  #known:
    | { readonly version: string; readonly origins: Map<number, LineOrigin | null> }
    | undefined;

  constructor(place: BaselinePlace) {
    this.#place = place;
    this.#store = new BaselineStore(place.baselinePath, new BaselineMemory());
  }

  /**
   * The origins of some entries of the file on disk; those that are not committed have none.
   *
   * @param wanted Some of `entries`.
   * @param entries All that the file holds.
   * @param base See `findLineOrigins`.
   */
  async find(
    wanted: readonly BaselineEntry[],
    entries: readonly BaselineEntry[],
    base: string | null,
  ): Promise<ReadonlyMap<BaselineEntry, LineOrigin>> {
    const { baselinePath, gitFolder } = this.#place;
    if (gitFolder === null || wanted.length === 0) return new Map();
    const { stamp, lines } = await this.#placeAll(entries);
    const version = [stamp, this.#git.stampHead(gitFolder), base].join();
    if (this.#known?.version !== version) this.#known = { version, origins: new Map() };
    const { origins } = this.#known;
    const asked = wanted.flatMap((entry) => lines.get(entry) ?? []);
    const unknown = asked.filter((line) => !origins.has(line));
    const found = await findLineOrigins(baselinePath, unknown, base);
    for (const line of unknown) origins.set(line, found.get(line) ?? null);
    const answer = new Map<BaselineEntry, LineOrigin>();
    for (const entry of wanted) {
      const origin = origins.get(lines.get(entry) ?? 0);
      if (origin !== undefined && origin !== null) answer.set(entry, origin);
    }
    return answer;
  }

  /** The file is read again, because only its text has the lines; equal entries take theirs in order. */
  async #placeAll(entries: readonly BaselineEntry[]): Promise<PlacedEntries> {
    const stamp = stampFile(this.#place.baselinePath);
    if (this.#placed?.entries === entries && this.#placed.stamp === stamp) return this.#placed;
    const read = await this.#store.read();
    const waiting = new Map<string, number[]>();
    if (read.kind === 'read') {
      const places = placeEntries(read);
      for (const [index, entry] of read.baseline.entries.entries()) {
        const line = places[index];
        const key = keyOf(entry);
        const known = waiting.get(key) ?? [];
        waiting.set(key, known);
        if (line !== undefined) known.push(line);
      }
    }
    const lines = new Map<BaselineEntry, number>();
    for (const entry of entries) {
      const line = waiting.get(keyOf(entry))?.shift();
      if (line !== undefined) lines.set(entry, line);
    }
    this.#placed = { stamp, entries, lines };
    return this.#placed;
  }
}

function keyOf({ path, code, scope, message, text }: BaselineEntry): string {
  return joinKey(path, code, scope, message, text);
}
