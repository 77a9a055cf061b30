import { compare } from '../../../src/core/compare/compare.js';
import { errorsOf, type Rule } from './rule.js';

/** Ours, as the command line and the editor apply it unless told otherwise. */
export const DEFAULT: Rule = {
  name: 'default',
  findNew: (before, now) => {
    const errors = errorsOf(now);
    const entries = errorsOf(before).map(({ before: _, after: __, ...entry }) => entry);
    const { statuses } = compare(errors, entries);
    return new Set(errors.filter((_, index) => statuses[index]?.kind === 'new'));
  },
};

/** Ours with `edited = "new"`: an error whose line was edited is new. */
export const STRICT: Rule = {
  name: 'strict',
  findNew: (before, now) => {
    const errors = errorsOf(now);
    const entries = errorsOf(before).map(({ before: _, after: __, ...entry }) => entry);
    const { statuses } = compare(errors, entries);
    return new Set(
      errors.filter((_, index) => {
        const status = statuses[index];
        return status?.kind !== 'baseline' || status.tier === 'edited';
      }),
    );
  },
};
