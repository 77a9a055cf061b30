import type { ProblemRemedy } from '../../core/problem/problem-text.js';
import type { CommandName } from '../contributions.js';

/** The command that does something about a problem, and its name on a button. */
export interface Remedy {
  readonly title: string;
  readonly command: CommandName;
}

const REMEDIES: Readonly<Record<ProblemRemedy, Remedy>> = {
  'select-interpreter': { title: 'Select Interpreter…', command: 'selectInterpreter' },
  'show-log': { title: 'Show Log', command: 'showLog' },
  'open-blocker': { title: 'Open the Error', command: 'openBlocker' },
  'open-baseline': { title: 'Open the Baseline', command: 'openBaseline' },
  'repair-baseline': { title: 'Repair the Baseline', command: 'repairBaseline' },
  'update-baseline': { title: 'Update the Baseline…', command: 'updateBaseline' },
  'install-mypy': { title: 'Install mypy Into This Environment…', command: 'installMypy' },
  'manage-trust': { title: 'Manage Workspace Trust', command: 'manageTrust' },
  restart: { title: 'Restart', command: 'restart' },
  'check-now': { title: 'Check Now', command: 'checkNow' },
};

export function remedyOf({ remedy }: { readonly remedy: ProblemRemedy }): Remedy {
  return REMEDIES[remedy];
}
