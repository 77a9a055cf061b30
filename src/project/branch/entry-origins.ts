import type { BaselineEntry } from '../../core/baseline/baseline.js';
import {
  type EntryOrigin,
  type LineOrigin,
  UNKNOWN_ORIGIN,
} from '../../core/baseline/line-origin.js';
import { parseLine } from '../../core/baseline/parse-baseline.js';
import { joinKey } from '../../core/compare/leftovers.js';
import { blameFile } from '../../workspace/git/blame.js';
import { Git } from '../../workspace/git/git.js';

/** Where the baseline is, and its repository. */
export interface BaselinePlace {
  /** Absolute. */
  readonly baselinePath: string;
  /** Absolute; null without a repository. */
  readonly gitFolder: string | null;
}

/** Origins of the committed entries that say the same, in the order of the file; null if unknown. */
type Origins = ReadonlyMap<string, readonly LineOrigin[]> | null;

/** Says which commit wrote entries of the baseline. git is asked once, while HEAD stays. */
export class EntryOrigins {
  readonly #place: BaselinePlace;
  readonly #git = new Git();
  /** By base, empty for the whole history. */
  readonly #known = new Map<
    string,
    { readonly head: string; readonly origins: Promise<Origins> }
  >();

  constructor(place: BaselinePlace) {
    this.#place = place;
  }

  /**
   * The origin of each of some entries.
   *
   * @param base See `blameFile`.
   */
  async find(
    wanted: readonly BaselineEntry[],
    base: string | null,
  ): Promise<ReadonlyMap<BaselineEntry, EntryOrigin>> {
    const answer = new Map<BaselineEntry, EntryOrigin>();
    if (wanted.length === 0) return answer;
    const origins = await this.#read(base);
    const taken = new Map<string, number>();
    for (const entry of wanted) {
      const key = keyOf(entry);
      const used = taken.get(key) ?? 0;
      const line = origins?.get(key)?.[used];
      taken.set(key, used + 1);
      const unfound: EntryOrigin = origins === null ? UNKNOWN_ORIGIN : { kind: 'uncommitted' };
      answer.set(entry, line === undefined ? unfound : { kind: 'committed', line });
    }
    return answer;
  }

  /** Has git asked already: whoever sees that entries joined since a base will want to know. */
  async prepare(base: string): Promise<void> {
    await this.#read(base);
  }

  #read(base: string | null): Promise<Origins> {
    const { baselinePath, gitFolder } = this.#place;
    if (gitFolder === null) return Promise.resolve(null);
    const head = this.#git.stampHead(gitFolder);
    const known = this.#known.get(base ?? '');
    if (head !== null && known?.head === head) return known.origins;
    const origins = readOrigins(baselinePath, base);
    if (head !== null) this.#known.set(base ?? '', { head, origins });
    return origins;
  }
}

async function readOrigins(baselinePath: string, base: string | null): Promise<Origins> {
  const lines = await blameFile(baselinePath, base);
  if (lines === null) return null;
  const origins = new Map<string, LineOrigin[]>();
  for (const { text, origin } of lines) {
    const parsed = text.trim() === '' ? undefined : parseLine(text);
    if (parsed?.kind !== 'entry') continue;
    const key = keyOf(parsed.entry);
    const equal = origins.get(key);
    if (equal === undefined) origins.set(key, [origin]);
    else equal.push(origin);
  }
  return origins;
}

/** What was said about an entry may be newer than the entry's line: that is another line then. */
function keyOf({ path, code, scope, message, text, acceptance = {} }: BaselineEntry): string {
  const { reason = '', expires = '' } = acceptance;
  return joinKey(path, code, scope, message, text, reason, expires);
}
