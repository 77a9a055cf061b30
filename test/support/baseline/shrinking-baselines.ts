import type { BaselineEntry } from '../../../src/core/baseline/baseline.js';
import { serialiseEntry } from '../../../src/core/baseline/serialise-baseline.js';
import { HEADER } from './baseline-text.js';

/** How a baseline shrinks. */
export interface Shrinking {
  readonly commits: number;
  /** Entries of the first version and of the last. */
  readonly from: number;
  readonly to: number;
}

const CODES = ['no-untyped-def', 'arg-type', 'union-attr', 'assignment', 'override', 'misc', ''];

/** How many entries change their line in each version, beside those that go. */
const EDITED = 2;

/** The texts of a baseline that shrinks, a version a commit, in each of which some lines are edited. */
export function* shrinkingBaselines({ commits, from, to }: Shrinking): Generator<string> {
  const lines = Array.from({ length: from }, (_, at) => lineOf(at, 0));
  for (let commit = 0; commit < commits; commit += 1) {
    const size = Math.round(from - ((from - to) * commit) / Math.max(1, commits - 1));
    lines.length = Math.min(lines.length, size);
    for (let edit = 0; edit < EDITED; edit += 1) {
      const at = (commit * 7_919 + edit * 104_729) % lines.length;
      lines[at] = lineOf(at, commit);
    }
    yield `${HEADER}${lines.toSorted().join('\n')}\n`;
  }
}

/** About 200 bytes, as in a real one. */
function lineOf(at: number, version: number): string {
  const entry: BaselineEntry = {
    path: `package/module_${at % 300}/file_${at % 37}.py`,
    code: CODES[at % CODES.length] ?? '',
    scope: `Class${at % 91}.method_${at % 53}`,
    message: `Argument ${at} to "apply" of "Task" has incompatible type "str | None"; expected "int"`,
    text: `self.connection.channel_${at}.declare(name, type=kind, durable=${version})`,
  };
  return serialiseEntry(entry);
}
