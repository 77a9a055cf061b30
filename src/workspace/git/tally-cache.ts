import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ChangeTally, LineCounts, LineKind } from '../../core/history/change-tally.js';
import { isRecord } from '../../core/json/is-record.js';

/** Tallies by the change that they are of: `before..after`, ids of the file's content in git. */
export type TalliesByChange = ReadonlyMap<string, ChangeTally>;

/** A history of more changes is read anew from where this ends. */
const MOST_CHANGES = 20_000;

/**
 * What the changes of a file came to, kept on disk. The ids name the content, so what is kept is
 * true for ever; one that is damaged, gone or of another version costs time and no error.
 */
export class TallyCache {
  readonly #file: string;
  readonly #version: string;

  /**
   * @param file Absolute.
   * @param version Of the program: another one may count other categories.
   */
  constructor(file: string, version: string) {
    this.#file = file;
    this.#version = version;
  }

  async read(): Promise<TalliesByChange> {
    try {
      return parseTallies(JSON.parse(await readFile(this.#file, 'utf8')), this.#version);
    } catch {
      // Not there, or no JSON: all is counted again.
      return new Map();
    }
  }

  /** Keeps the latest; a disk that refuses is no reason to fail. */
  async write(tallies: TalliesByChange): Promise<void> {
    const latest = [...tallies].slice(-MOST_CHANGES);
    try {
      const { default: writeFileAtomic } = await import('write-file-atomic');
      await mkdir(dirname(this.#file), { recursive: true });
      await writeFileAtomic(this.#file, serialiseTallies(latest, this.#version));
    } catch {
      // The next reader counts again.
      return;
    }
  }
}

/** Kinds are written once; a count is `index of its kind, amount`. */
function serialiseTallies(
  tallies: readonly (readonly [string, ChangeTally])[],
  version: string,
): string {
  const indexes = new Map<LineKind, number>();
  const flatten = (counts: LineCounts): number[] =>
    [...counts].flatMap(([kind, amount]) => {
      const index = indexes.get(kind) ?? indexes.size;
      indexes.set(kind, index);
      return [index, amount];
    });
  const changes = tallies.map(([change, { added, removed }]) => [
    change,
    flatten(added),
    flatten(removed),
  ]);
  return JSON.stringify({ version, kinds: [...indexes.keys()], changes });
}

function parseTallies(value: unknown, wanted: string): TalliesByChange {
  const none = new Map<string, ChangeTally>();
  if (!isRecord(value)) return none;
  const { version, kinds, changes } = value;
  if (version !== wanted || !Array.isArray(kinds) || !Array.isArray(changes)) return none;
  const tallies = new Map<string, ChangeTally>();
  for (const row of changes) {
    if (!Array.isArray(row)) return none;
    const [change, added, removed] = row;
    const tally = { added: parseCounts(added, kinds), removed: parseCounts(removed, kinds) };
    if (typeof change !== 'string' || tally.added === null || tally.removed === null) return none;
    tallies.set(change, { added: tally.added, removed: tally.removed });
  }
  return tallies;
}

function parseCounts(value: unknown, kinds: readonly unknown[]): LineCounts | null {
  if (!Array.isArray(value) || value.length % 2 !== 0) return null;
  const counts = new Map<LineKind, number>();
  for (let at = 0; at < value.length; at += 2) {
    const kind = kinds[value[at]];
    const amount: unknown = value[at + 1];
    if (typeof kind !== 'string' || !Number.isSafeInteger(amount)) return null;
    counts.set(kind, Number(amount));
  }
  return counts;
}
