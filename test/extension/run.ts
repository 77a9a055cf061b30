import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { interpreterOf } from '../support/mypy/interpreters.js';
import { createDemoProject } from '../support/project/demo-project.js';

const REPOSITORY = join(__dirname, '..', '..', '..');
const HOST = join(REPOSITORY, 'test', 'support', 'vscode-host', 'vscode-host.sh');

/** Which VS Code runs the suite, and why. */
interface ChosenVscode {
  readonly executable: string;
  readonly why: string;
}

/**
 * A desktop VS Code where there is one, or may be downloaded; else VS Code's server build behind
 * the same command line.
 */
async function chooseVscode(env: NodeJS.ProcessEnv): Promise<ChosenVscode> {
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

async function main(): Promise<void> {
  const { executable, why } = await chooseVscode(process.env);
  process.stdout.write(`VS Code: ${why}\n`);
  // Short: macOS allows 103 characters for the socket that VS Code makes in it.
  const scratch = await mkdtemp(join(tmpdir(), 'mrx-'));
  const project = await TemporaryFolder.create('my projéct #1');
  try {
    await createDemoProject(project);
    const settings = { 'mypyRatchet.interpreter': interpreterOf('newest') };
    await project.write('.vscode/settings.json', JSON.stringify(settings));
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: REPOSITORY,
      extensionTestsPath: join(__dirname, 'suite', 'index.js'),
      launchArgs: [
        project.path,
        `--user-data-dir=${join(scratch, 'user')}`,
        `--extensions-dir=${join(scratch, 'extensions')}`,
      ],
      extensionTestsEnv: { MYPY_RATCHET_NODE: process.execPath },
    });
  } finally {
    await project.remove();
    await rm(scratch, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
