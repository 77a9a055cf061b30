import { compareText } from '../../../src/core/order/compare-text.js';
import { type CheckedFile, contentKey, type FoundError } from './found-error.js';
import { type KeptLabel, labelKept } from './label-kept.js';
import { LostErrors } from './lost-errors.js';
import { isInside, isLost, mapLine } from './map-line.js';
import type { FileChange, Hunk } from './parse-hunks.js';

/**
 * What became of an error's line since the earlier commit, by git's diff alone.
 *
 * - `P`: not touched, and it held an error of the same code.
 * - `M`: moved, or its file renamed.
 * - `E`: edited, in a hunk that held an error of the same code.
 * - `N`: held no such error before.
 * - `X`: undecidable: more errors like it came than went, so that some are old and some are new.
 */
export type Label = KeptLabel | 'M' | 'E';

/** Files with errors, by path. */
export type CheckedFiles = ReadonlyMap<string, CheckedFile>;

/** Two commits and what git says of their difference. */
export interface CheckedPair {
  readonly before: CheckedFiles;
  readonly after: CheckedFiles;
  readonly changes: readonly FileChange[];
}

/** What a file by itself says of an error. */
type Finding =
  | { readonly kind: 'kept'; readonly label: Label }
  /** On a line that is new in this place. */
  | { readonly kind: 'changed'; readonly content: string; readonly unlessMoved: 'E' | 'N' };

interface FileFindings {
  readonly path: string;
  /** Undefined for a file that was added. */
  readonly oldPath: string | undefined;
  readonly findings: readonly Finding[];
}

/** The truth about each error of the later commit: by path, in the order of the file's errors. */
export function labelErrors(pair: CheckedPair): ReadonlyMap<string, readonly Label[]> {
  const lost = collectLost(pair);
  const changeOf = new Map(pair.changes.map((change) => [change.newPath, change]));
  const files = [...pair.after]
    .sort(([left], [right]) => compareText(left, right))
    .map(([path, file]) => examine(path, file, pair.before, changeOf.get(path)));
  const moved = findMoved(files, lost);
  const toLabel = (finding: Finding): Label => {
    if (finding.kind === 'kept') return finding.label;
    if (moved.has(finding)) return 'M';
    return lost.has(finding.content) ? 'X' : finding.unlessMoved;
  };
  return new Map(files.map(({ path, findings }) => [path, findings.map(toLabel)]));
}

/** The errors of the earlier commit whose lines are gone. */
function collectLost({ before, changes }: CheckedPair): LostErrors {
  const lost = new LostErrors();
  for (const { oldPath, newPath, hunks } of changes) {
    const file = oldPath === undefined ? undefined : before.get(oldPath);
    if (oldPath === undefined || file === undefined) continue;
    for (const error of file.errors) {
      const isGone = newPath === undefined || isLost(hunks, error.line);
      if (isGone) lost.add(oldPath, contentKey(file, error));
    }
  }
  return lost;
}

function examine(
  path: string,
  file: CheckedFile,
  before: CheckedFiles,
  change: FileChange | undefined,
): FileFindings {
  const oldPath = change === undefined ? path : change.oldPath;
  const earlier = (oldPath === undefined ? undefined : before.get(oldPath))?.errors ?? [];
  const origins = file.errors.map((error) => mapLine(change?.hunks ?? [], error.line));
  const kept = file.errors.flatMap((error, index) => {
    const origin = origins[index];
    return origin?.kind === 'kept' ? [{ error, oldLine: origin.line }] : [];
  });
  const labels = labelKept(kept, earlier);
  const findings = file.errors.map((error, index): Finding => {
    const origin = origins[index];
    if (origin?.kind === 'changed') {
      const unlessMoved = heldCode(earlier, origin.hunk, error.code) ? 'E' : 'N';
      return { kind: 'changed', content: contentKey(file, error), unlessMoved };
    }
    const label = labels.get(error) ?? 'N';
    return { kind: 'kept', label: label === 'P' && oldPath !== path ? 'M' : label };
  });
  return { path, oldPath, findings };
}

function heldCode(
  earlier: readonly FoundError[],
  { oldStart, oldCount }: Hunk,
  code: string,
): boolean {
  return earlier.some((error) => error.code === code && isInside(error.line, oldStart, oldCount));
}

/** Gives each lost error to one that says the same on a changed line, first in the same file. */
function findMoved(files: readonly FileFindings[], lost: LostErrors): ReadonlySet<Finding> {
  const moved = new Set<Finding>();
  const claim = (find: (file: FileFindings, content: string) => boolean) => {
    for (const file of files) {
      for (const finding of file.findings) {
        if (finding.kind === 'kept' || moved.has(finding)) continue;
        if (find(file, finding.content)) moved.add(finding);
      }
    }
  };
  claim(({ oldPath }, content) => lost.find(oldPath, content));
  claim((_file, content) => lost.findAnywhere(content));
  return moved;
}
