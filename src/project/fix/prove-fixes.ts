import type { CheckRun } from '../../core/check/check-run.js';
import type { MypyError } from '../../core/error/mypy-error.js';
import type { Fix } from '../../core/fix/fix.js';
import { type CausedError, type Judgement, judgeFixes } from '../../core/fix/judge-fixes.js';
import type { DroppedFix, Proof } from '../../core/fix/proof.js';

/** Checks the project with some fixes made, and nothing else changed. */
export type CheckFixes = (fixes: readonly Fix[]) => Promise<CheckRun>;

/** What became of an attempt to prove fixes. */
export type ProofResult =
  | ({ readonly kind: 'proved' } & Proof)
  /** A check did not come to its end: nothing is known. */
  | { readonly kind: 'unchecked'; readonly run: Exclude<CheckRun, { kind: 'complete' }> };

/** Checks until the rest is given up: each costs what a save does. */
const MOST_RUNS = 24;

/**
 * Finds those of some fixes that together make their errors go away and no new one come. Fixes depend
 * on each other (a function that got a return type changes what its callers get), so what is left is
 * always checked together, once more.
 */
export async function proveFixes(fixes: readonly Fix[], check: CheckFixes): Promise<ProofResult> {
  const base = await check([]);
  if (base.kind !== 'complete') return { kind: 'unchecked', run: base };
  const search = new Search(base.errors, check);
  try {
    const proved = await search.reduce(fixes);
    const { dropped, runs } = search;
    return { kind: 'proved', proved, dropped, base: base.errors, runs };
  } catch (error) {
    if (error instanceof Unchecked) return { kind: 'unchecked', run: error.run };
    throw error;
  }
}

class Unchecked extends Error {
  readonly run: Exclude<CheckRun, { kind: 'complete' }>;

  constructor(run: Exclude<CheckRun, { kind: 'complete' }>) {
    super(run.kind);
    this.run = run;
  }
}

class Search {
  readonly dropped: DroppedFix[] = [];
  /** The first was without fixes. */
  runs = 1;
  readonly #base: readonly MypyError[];
  readonly #check: CheckFixes;

  constructor(base: readonly MypyError[], check: CheckFixes) {
    this.#base = base;
    this.#check = check;
  }

  /** Leaves fixes out until the others are proved together. */
  async reduce(fixes: readonly Fix[]): Promise<readonly Fix[]> {
    /** Left out although another one may be at fault. */
    const doubted: Fix[] = [];
    let kept = fixes;
    while (kept.length > 0) {
      const { useless, caused } = await this.#judge(kept);
      if (useless.length === 0 && caused.length === 0) break;
      const suspects = caused.flatMap((one) => one.suspects);
      if (useless.length === 0 && suspects.length === 0) return this.#grow([], kept);
      for (const fix of new Set([...useless, ...suspects])) {
        const own = caused.filter((one) => one.suspects.includes(fix));
        if (own.length > 0 && own.every((one) => one.suspects.length > 1)) doubted.push(fix);
        else this.#drop(fix, own);
      }
      const out = new Set([...useless, ...suspects]);
      kept = kept.filter((fix) => !out.has(fix));
      if (this.runs >= MOST_RUNS) return this.#giveUp([...kept, ...doubted]);
    }
    return this.#grow(kept, doubted);
  }

  /**
   * Adds fixes of which nothing tells whether they are at fault: halves are tried, and halves of those
   * that are bad.
   */
  async #grow(start: readonly Fix[], fixes: readonly Fix[]): Promise<readonly Fix[]> {
    let proved = start;
    const groups = halve(fixes);
    for (let group = groups.shift(); group !== undefined; group = groups.shift()) {
      if (this.runs >= MOST_RUNS) {
        this.#giveUp(group);
        continue;
      }
      const { useless, caused } = await this.#judge([...proved, ...group]);
      const [only, second] = group;
      if (useless.length === 0 && caused.length === 0) proved = [...proved, ...group];
      else if (only !== undefined && second === undefined) this.#drop(only, caused);
      else groups.unshift(...halve(group));
    }
    return proved;
  }

  #drop(fix: Fix, caused: readonly CausedError[]): void {
    const errors = caused.map(({ error }) => error);
    const reason = errors.length > 0 ? { kind: 'causes' as const, errors } : USELESS;
    this.dropped.push({ fix, reason });
  }

  async #judge(fixes: readonly Fix[]): Promise<Judgement> {
    this.runs++;
    const run = await this.#check(fixes);
    if (run.kind === 'complete') return judgeFixes(fixes, this.#base, run.errors);
    // Without the fixes mypy got to its end: those of the files that it stops at are at fault.
    const blockers = run.kind === 'blocked' ? run.blockers : [];
    const caused = blockers.map((error) => ({
      error,
      suspects: fixes.filter(({ path }) => path === error.path),
    }));
    if (!caused.some(({ suspects }) => suspects.length > 0)) throw new Unchecked(run);
    return { useless: [], caused };
  }

  #giveUp(fixes: readonly Fix[]): readonly Fix[] {
    this.dropped.push(...fixes.map((fix) => ({ fix, reason: UNPROVED })));
    return [];
  }
}

const USELESS = { kind: 'useless' } as const;
const UNPROVED = { kind: 'unproved' } as const;

function halve(fixes: readonly Fix[]): (readonly Fix[])[] {
  const middle = Math.ceil(fixes.length / 2);
  return [fixes.slice(0, middle), fixes.slice(middle)].filter(({ length }) => length > 0);
}
