import { FileMemory } from '../path/file-memory.js';
import { type Comparable, type Comparison, type MatchTier, NEW } from './comparison.js';

/** What a comparison said of an error; a `ReconciledError` says it too. */
export interface JudgedError {
  readonly error: { readonly path: string };
  readonly status:
    | { readonly kind: 'new' }
    | {
        readonly kind: 'baseline' | 'accepted';
        readonly tier: MatchTier;
        readonly entry: { readonly path: string };
      };
}

const CERTAIN: ReadonlySet<MatchTier> = new Set(['exact', 'moved', 'reworded']);

/**
 * The files of which it matters what was edited in them: those with an error that is new or was
 * recognised by less than its own line, and those whose entries it may be. Of files in which nothing
 * changed since it was asked before it remembers the answer.
 */
export class UndecidedMemory {
  readonly #files = new FileMemory(({ error }: JudgedError) => error.path, listUncertain);

  /**
   * Empty where every error is certain, and so mostly nobody has to be asked.
   *
   * @param fixed Entries that no error matches.
   */
  list(
    errors: readonly JudgedError[],
    fixed: Iterable<{ readonly path: string }>,
  ): ReadonlySet<string> {
    const files = [...this.#files.recall(errors).values()];
    const undecided = new Set(files.flatMap(({ value }) => value));
    if (undecided.size > 0) for (const { path } of fixed) undecided.add(path);
    return undecided;
  }
}

function listUncertain(errors: readonly JudgedError[]): readonly string[] {
  const uncertain = new Set<string>();
  for (const { error, status } of errors) {
    if (status.kind !== 'new' && CERTAIN.has(status.tier)) continue;
    uncertain.add(error.path);
    if (status.kind !== 'new') uncertain.add(status.entry.path);
  }
  return [...uncertain];
}

/** What a comparison said of each error, for whoever has no more than that. */
export function listJudged(
  errors: readonly { readonly path: string }[],
  entries: readonly Comparable[],
  { statuses }: Comparison,
): readonly JudgedError[] {
  return errors.map((error, index) => {
    const match = statuses[index];
    const entry = match?.kind === 'baseline' ? entries[match.entry] : undefined;
    const isKnown = match?.kind === 'baseline' && entry !== undefined;
    return { error, status: isKnown ? { kind: 'baseline', tier: match.tier, entry } : NEW };
  });
}
