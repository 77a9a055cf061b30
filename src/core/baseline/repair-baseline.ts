import type { BaselineEntry, BaselineRead } from './baseline.js';
import { isConflictMarker, parseBaseline, splitLines } from './parse-baseline.js';
import { serialiseBaseline, serialiseEntry } from './serialise-baseline.js';

/**
 * Takes git's conflict markers and doubled headers out of a baseline file. Both sides of a conflict
 * are kept, an entry as often as the side that has it more often; what is too much is stale and
 * falls out at the next shrink. Returns the reason where the rest cannot be understood either.
 */
export function repairBaseline(content: string): BaselineRead {
  const { ours, theirs } = splitSides(splitLines(content));
  const [left, right] = [parseBaseline(ours.join('\n')), parseBaseline(theirs.join('\n'))];
  if (left.kind !== 'read') return left;
  if (right.kind !== 'read') return right;
  const both = parseBaseline([...ours, ...theirs].join('\n'));
  if (both.kind !== 'read') return both;
  const entries = unite(left.baseline.entries, right.baseline.entries);
  return parseBaseline(serialiseBaseline({ environment: both.baseline.environment, entries }));
}

/** The file as each side of its conflicts had it; the ancestor's part (diff3 style) is dropped. */
function splitSides(lines: readonly string[]): { ours: string[]; theirs: string[] } {
  const ours: string[] = [];
  const theirs: string[] = [];
  let side: 'both' | 'ours' | 'ancestor' | 'theirs' = 'both';
  for (const line of lines) {
    if (isConflictMarker(line)) {
      side = sideAfter(line);
      continue;
    }
    if (side === 'both' || side === 'ours') ours.push(line);
    if (side === 'both' || side === 'theirs') theirs.push(line);
  }
  return { ours, theirs };
}

function sideAfter(marker: string): 'both' | 'ours' | 'ancestor' | 'theirs' {
  if (marker.startsWith('<')) return 'ours';
  if (marker.startsWith('|')) return 'ancestor';
  return marker.startsWith('=') ? 'theirs' : 'both';
}

/** Multiset union: each entry as often as the side that has it more often. */
function unite(
  left: readonly BaselineEntry[],
  right: readonly BaselineEntry[],
): readonly BaselineEntry[] {
  const spare = new Map<string, number>();
  for (const entry of left) {
    const key = serialiseEntry(entry);
    spare.set(key, (spare.get(key) ?? 0) + 1);
  }
  const missing = right.filter((entry) => {
    const key = serialiseEntry(entry);
    const count = spare.get(key) ?? 0;
    spare.set(key, count - 1);
    return count <= 0;
  });
  return [...left, ...missing];
}
