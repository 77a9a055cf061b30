import type { Action } from './action.js';
import { FILE_ACTIONS } from './change-files.js';
import { CONFIGURING_ACTIONS } from './configure.js';
import { EDITS } from './edit-functions.js';
import { FAULTS } from './faults.js';
import { BASELINE_ACTIONS } from './keep-baseline.js';
import { GIT_ACTIONS } from './use-git.js';

/** All that may happen, with how often. */
export const ACTIONS: readonly Action[] = [
  ...EDITS,
  ...FILE_ACTIONS,
  ...GIT_ACTIONS,
  ...BASELINE_ACTIONS,
  ...CONFIGURING_ACTIONS,
  ...FAULTS,
];
