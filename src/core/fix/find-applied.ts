import { applyEdits, joinEdits, nameEdit, placeEdits } from './apply-edits.js';
import type { Fix } from './fix.js';

type EditedFix = Pick<Fix, 'edits'>;

/**
 * Which of some fixes of a file a person has taken over, from its text before and after.
 *
 * @param before With lines ended by LF, as `after`.
 * @returns Undefined where the text was changed in other ways too.
 */
export function findApplied<Item extends EditedFix>(
  before: string,
  fixes: readonly Item[],
  after: string,
): readonly Item[] | undefined {
  const edits = joinEdits(fixes);
  const placed = placeEdits(before, edits);
  const made = new Set<string>();
  let position = placed[0]?.from ?? before.length;
  if (placed.length === 0) return before === after ? [] : undefined;
  if (!after.startsWith(before.slice(0, position))) return undefined;
  for (const [index, { from, to, newText }] of placed.entries()) {
    const next = placed[index + 1]?.from ?? before.length;
    const between = before.slice(to, next);
    const isLast = index === placed.length - 1;
    const readsOn = (text: string) =>
      after.startsWith(text + between, position) &&
      (!isLast || after.length === position + text.length + between.length);
    const text = [newText, before.slice(from, to)].find(readsOn);
    if (text === undefined) return undefined;
    const edit = edits[index];
    if (text === newText && edit !== undefined) made.add(nameEdit(edit));
    position += text.length + between.length;
  }
  return fixes.filter((fix) => fix.edits.every((edit) => made.has(nameEdit(edit))));
}

/** The text of a file with some of the fixes that were made taken back. */
export function withoutFixes<Item extends EditedFix>(
  before: string,
  made: readonly Item[],
  unwanted: ReadonlySet<Item>,
): string {
  return applyEdits(before, joinEdits(made.filter((fix) => !unwanted.has(fix))));
}
