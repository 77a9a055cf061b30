import { groupByPath } from '../path/group-by-path.js';

/** An error, as far as a preview is concerned. */
interface Placed {
  readonly path: string;
}

/**
 * What a preview lets be shown: mypy's daemon answers soon and is sometimes wrong about files that
 * nobody touched (it loses errors and invents others: python/mypy#9655), so it is believed about the
 * edited ones only.
 *
 * @param plain What plain mypy found last.
 * @param preview What the daemon says now.
 * @param edited Paths of the files that changed since plain mypy looked.
 * @returns The files in plain mypy's order, then the others in the daemon's.
 */
export function mergePreview<PlacedError extends Placed>(
  plain: readonly PlacedError[],
  preview: readonly PlacedError[],
  edited: ReadonlySet<string>,
): readonly PlacedError[] {
  const believed = new Map(groupByPath(preview.filter(({ path }) => edited.has(path))));
  const merged: PlacedError[] = [];
  for (const error of plain) {
    if (!edited.has(error.path)) {
      merged.push(error);
      continue;
    }
    merged.push(...(believed.get(error.path)?.items ?? []));
    believed.delete(error.path);
  }
  return [...merged, ...[...believed.values()].flatMap(({ items }) => items)];
}
