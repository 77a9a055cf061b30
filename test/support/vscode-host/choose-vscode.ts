import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';

const REPOSITORY = join(__dirname, '..', '..', '..', '..');
const HOST = join(REPOSITORY, 'test', 'support', 'vscode-host', 'vscode-host.sh');

/** Which VS Code runs the suite, and why. */
export interface ChosenVscode {
  readonly executable: string;
  readonly why: string;
}

/**
 * A desktop VS Code where there is one, or may be downloaded; else VS Code's server build behind
 * the same command line.
 */
export async function chooseVscode(env: NodeJS.ProcessEnv): Promise<ChosenVscode> {
  const named = env['VSCODE_EXECUTABLE_PATH'];
  if (named !== undefined && named !== '')
    return { executable: named, why: 'as VSCODE_EXECUTABLE_PATH says' };
  const server = { executable: HOST, why: "VS Code's server build with a headless browser" };
  if (!hasDisplay(env)) return server;
  try {
    const executable = await downloadAndUnzipVSCode(env['MYPY_RATCHET_VSCODE_VERSION'] ?? 'stable');
    return { executable, why: 'desktop VS Code, downloaded' };
  } catch (error) {
    return { ...server, why: `${server.why}, because the download failed (${String(error)})` };
  }
}

function hasDisplay(env: NodeJS.ProcessEnv): boolean {
  return process.platform !== 'linux' || (env['DISPLAY'] ?? '') !== '';
}
