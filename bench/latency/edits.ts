/** Where a kind of edit changes a code base. */
export interface Edit {
  /** Relative to the code base's root. */
  readonly path: string;
  /** Text of the file that the edit goes after; it is there once. */
  readonly anchor: string;
  /** What is put there, of which mypy reports {@link markerOf} as an undefined name. */
  readonly insert: (marker: string) => string;
}

/** The undefined name that the n-th edit of a run puts into a file, so that its error is known. */
export function markerOf(n: number): string {
  return `bench_marker_${n}`;
}

/** The text of a file with an edit in it; the file's own text is `original`. */
export function applyEdit({ path, anchor, insert }: Edit, original: string, n: number): string {
  const at = original.indexOf(anchor);
  if (at < 0 || original.includes(anchor, at + 1)) {
    throw new Error(`${path} does not hold this once: ${anchor}`);
  }
  const end = at + anchor.length;
  return original.slice(0, end) + insert(markerOf(n)) + original.slice(end);
}
