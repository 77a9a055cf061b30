import { join } from 'node:path';

const REPOSITORY = join(__dirname, '..', '..', '..', '..');
const HOST = join(REPOSITORY, 'test', 'support', 'vscode-host', 'vscode-host.sh');

/** Which VS Code runs the suite. */
export interface ChosenVscode {
  readonly kind: 'desktop' | 'server';
  /** Absolute path of a program with desktop VS Code's command line. */
  readonly executable: string;
}

/** The desktop VS Code that the environment names; else its server build behind the same command line. */
export function chooseVscode(env: NodeJS.ProcessEnv): ChosenVscode {
  const named = env['VSCODE_EXECUTABLE_PATH'];
  return named === undefined || named === ''
    ? { kind: 'server', executable: HOST }
    : { kind: 'desktop', executable: named };
}
