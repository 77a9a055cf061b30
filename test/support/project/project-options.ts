import type { ProjectOptions } from '../../../src/project/project-options.js';

/** A project in an editor that confirms at once and never tries again by itself. */
export const PROJECT_OPTIONS: ProjectOptions = {
  root: '/p',
  baselinePath: '/p/mypy-baseline.jsonl',
  shrinkOnSave: true,
  confirmAfterMs: 0,
  retryAfterMs: [],
  trustsLastCheck: false,
  measures: null,
  settles: true,
};
