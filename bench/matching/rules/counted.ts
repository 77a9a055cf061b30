import type { PlacedError } from '../../../test/support/corpus/snapshot.js';
import { errorsOf, type Rule } from './rule.js';

type KeyOf = (error: PlacedError) => string;

/**
 * mypy-baseline 0.7.4: one line for each path, code and message, with the position and the line
 * numbers in the message masked, counted; what comes beyond the count is new.
 */
export const MYPY_BASELINE: Rule = {
  name: 'mypy-baseline',
  findNew: ({ before, now }) => {
    const counts = count(errorsOf(before), maskedKey);
    return new Set(
      errorsOf(now).filter((error) => {
        const left = counts.get(maskedKey(error)) ?? 0;
        counts.set(maskedKey(error), left - 1);
        return left <= 0;
      }),
    );
  },
};

/** ESLint's bulk suppressions: a count for each file and rule; above it all of them are reported. */
export const ESLINT: Rule = {
  name: 'eslint',
  findNew: ({ before, now }) => {
    const keyOf: KeyOf = ({ path, code }) => JSON.stringify([path, code]);
    const known = count(errorsOf(before), keyOf);
    const errors = errorsOf(now);
    const counts = count(errors, keyOf);
    return new Set(
      errors.filter((error) => (counts.get(keyOf(error)) ?? 0) > (known.get(keyOf(error)) ?? 0)),
    );
  },
};

/** pyrefly: whatever has the path, code and column of a known error is known, however often. */
export const PYREFLY: Rule = {
  name: 'pyrefly',
  findNew: ({ before, now }) => {
    const keyOf: KeyOf = ({ path, code, finding }) => JSON.stringify([path, code, finding.column]);
    const known = new Set(errorsOf(before).map(keyOf));
    return new Set(errorsOf(now).filter((error) => !known.has(keyOf(error))));
  },
};

function maskedKey({ path, code, message }: PlacedError): string {
  return JSON.stringify([path, code, message.replace(/\bline \d+/g, 'line 0')]);
}

function count(errors: readonly PlacedError[], keyOf: KeyOf): Map<string, number> {
  const counts = new Map<string, number>();
  for (const error of errors) counts.set(keyOf(error), (counts.get(keyOf(error)) ?? 0) + 1);
  return counts;
}
