import { isAbsolute, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { LocatedError } from '../../core/error/mypy-error.js';
import { applyEdits, editsByPath, withoutOverlaps } from '../../core/fix/apply-edits.js';
import {
  countErrors,
  FIX_KINDS,
  type Fix,
  type FixChoice,
  type FixKind,
} from '../../core/fix/fix.js';
import { groupByPath } from '../../core/path/group-by-path.js';
import type { FixTarget } from '../../workspace/fix/find-fixes.js';
import { readFixableFile } from '../../workspace/fix/fixable-file.js';
import { placeErrors } from '../../workspace/fix/place-errors.js';

/** What can be done about many errors, on the files as they are. */
export interface FixPlan {
  readonly fixes: readonly Fix[];
  /** The text of each file that has fixes, by path. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Finds what can be done about errors.
 *
 * @param root Absolute; errors' paths are relative to it.
 */
export async function planFixes(
  root: string,
  errors: readonly LocatedError[],
  target: FixTarget,
): Promise<FixPlan> {
  // The parser is loaded when somebody wants a fix.
  const { createFixFinder } = await import('../../workspace/fix/find-fixes.js');
  const fixes: Fix[] = [];
  const texts = new Map<string, string>();
  for (const [path, { items: group }] of groupByPath(errors)) {
    // Outside of the root are stubs and libraries, which are not this project's to change.
    const file = isAbsolute(path) ? undefined : readFixableFile(resolve(root, path));
    if (file === undefined) continue;
    const findFixes = createFixFinder(file.source, target);
    const found = findFixes(placeErrors(file.source.lines, group));
    if (found.length === 0) continue;
    fixes.push(...found);
    texts.set(path, file.text);
    await setImmediate();
  }
  return { fixes, texts };
}

/** The fixes of a kind that are worth being tried on many errors at once, as far as they fit together. */
export function chooseKind({ fixes, texts }: FixPlan, kind: FixKind): FixPlan {
  const chosen = fixes.filter((fix) => fix.kind === kind && fix.isForMany);
  const byPath = [...groupByPath(chosen).values()].map(({ items }) => items);
  const together = byPath.flatMap(withoutOverlaps);
  const paths = new Set(together.map(({ path }) => path));
  return { fixes: together, texts: new Map([...texts].filter(([path]) => paths.has(path))) };
}

/** The kinds of which a plan has some. */
export function listChoices(plan: FixPlan): readonly FixChoice[] {
  return FIX_KINDS.map((kind) => {
    const { fixes } = chooseKind(plan, kind);
    return { kind, fixes: fixes.length, errors: countErrors(fixes) };
  }).filter(({ fixes }) => fixes > 0);
}

/** The texts of a plan's files with some of its fixes made. */
export function makeFixes({ texts }: FixPlan, fixes: readonly Fix[]): ReadonlyMap<string, string> {
  const edits = editsByPath(fixes);
  return new Map([...texts].map(([path, text]) => [path, applyEdits(text, edits.get(path) ?? [])]));
}
