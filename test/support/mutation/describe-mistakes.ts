import type { Comparable } from '../../../src/core/compare/comparison.js';
import type { Verdict } from './judgement.js';

/** Mistakes as a person reads them in a failed test, the first few. */
export function describeMistakes(title: string, mistakes: readonly Verdict[]): string {
  const shown = mistakes
    .slice(0, 5)
    .map(
      ({ error, twin, given, tier }) =>
        `${tier}: ${describe(error)}\n  is truly ${describe(twin)}\n  was given ${describe(given)}`,
    );
  return [`${mistakes.length} ${title}`, ...shown].join('\n');
}

function describe(item: Comparable | undefined): string {
  if (item === undefined) return 'none';
  const { path, code, scope, message, text } = item;
  return [path, code, scope, message, text].join(' | ');
}
