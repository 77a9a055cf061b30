import { addCounts, type BaselineCounts } from '../../core/counts/counts.js';
import type { Language } from '../../core/language/language.js';
import type { ProjectSnapshot } from '../../protocol/messages.js';
import type { Settings } from '../../protocol/settings.js';
import { eachCell } from '../views/tree-cells.js';
import { isCompared } from '../views/tree-model.js';

/** What stands beside a file's name in the Explorer. */
export interface ExplorerDecoration {
  /** Two characters at most: VS Code shows no more. */
  readonly badge: string;
  readonly tooltip: string;
  /** New errors colour the folders above too. */
  readonly hasNew: boolean;
}

/** By path, as errors have it, the decorations of a project's files. */
export function decorateFiles(
  snapshot: ProjectSnapshot,
  wanted: Settings['explorerDecorations'],
  { count, say }: Language,
): ReadonlyMap<string, ExplorerDecoration> {
  const decorations = new Map<string, ExplorerDecoration>();
  if (wanted === 'none' || snapshot.result === null) return decorations;
  const compared = isCompared(snapshot);
  for (const [path, counts] of countFiles(snapshot.result)) {
    const added = compared ? counts.new : 0;
    if (added > 0) {
      const tooltip = say(
        '{0}, {1} in all',
        count(added, '1 new type error', '{0} new type errors'),
        count(counts.current, '1 type error', '{0} type errors'),
      );
      decorations.set(path, { badge: toBadge(added), tooltip, hasNew: true });
    } else if (wanted === 'all' && counts.current > 0) {
      const tooltip = count(counts.current, '1 type error', '{0} type errors');
      decorations.set(path, { badge: toBadge(counts.current), tooltip, hasNew: false });
    }
  }
  return decorations;
}

function countFiles(
  result: NonNullable<ProjectSnapshot['result']>,
): ReadonlyMap<string, BaselineCounts> {
  const files = new Map<string, BaselineCounts>();
  for (const { path, counts } of eachCell(result)) {
    const known = files.get(path);
    files.set(path, known === undefined ? counts : addCounts(known, counts));
  }
  return files;
}

function toBadge(count: number): string {
  return count > 99 ? '9+' : String(count);
}
