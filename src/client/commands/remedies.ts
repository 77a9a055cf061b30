import type { Language } from '../../core/language/language.js';
import type { ProblemRemedy } from '../../core/problem/problem-text.js';
import type { CommandName } from '../contributions.js';

/** The command that does something about a problem, and its name on a button. */
export interface Remedy {
  readonly title: string;
  readonly command: CommandName;
}

export function remedyOf(
  { remedy }: { readonly remedy: ProblemRemedy },
  { say }: Language,
): Remedy {
  switch (remedy) {
    case 'select-interpreter':
      return { title: say('Select Interpreter…'), command: 'selectInterpreter' };
    case 'show-log':
      return { title: say('Show Log'), command: 'showLog' };
    case 'open-blocker':
      return { title: say('Open the Error'), command: 'openBlocker' };
    case 'open-baseline':
      return { title: say('Open the Baseline'), command: 'openBaseline' };
    case 'repair-baseline':
      return { title: say('Repair the Baseline'), command: 'repairBaseline' };
    case 'update-baseline':
      return { title: say('Update the Baseline…'), command: 'updateBaseline' };
    case 'install-mypy':
      return { title: say('Install mypy Into This Environment…'), command: 'installMypy' };
    case 'manage-trust':
      return { title: say('Manage Workspace Trust'), command: 'manageTrust' };
    case 'restart':
      return { title: say('Restart'), command: 'restart' };
    case 'check-now':
      return { title: say('Check Now'), command: 'checkNow' };
  }
}
