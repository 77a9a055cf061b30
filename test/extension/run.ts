import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { type ChosenVscode, chooseVscode } from '../support/vscode-host/choose-vscode.js';
import { installExtension, type VscodeFolders } from '../support/vscode-host/install-extension.js';
import { createSuiteProject } from './suite-project.js';

const REPOSITORY = join(__dirname, '..', '..', '..');

async function main(): Promise<void> {
  const vscode = chooseVscode(process.env);
  process.stdout.write(`VS Code: ${vscode.kind}, ${vscode.executable}\n`);
  // Short: macOS allows 103 characters for the socket that VS Code makes in it.
  const scratch = await mkdtemp(join(tmpdir(), 'mrx-'));
  const folders = {
    userDataFolder: join(scratch, 'user'),
    extensionsFolder: join(scratch, 'extensions'),
  };
  const project = await TemporaryFolder.create('my projéct #1');
  try {
    await createSuiteProject(project, folders.extensionsFolder);
    await runTests({
      vscodeExecutablePath: vscode.executable,
      extensionDevelopmentPath: await provideExtension(vscode, folders, scratch),
      extensionTestsPath: join(__dirname, 'suite', 'index.js'),
      launchArgs: [
        project.path,
        `--user-data-dir=${folders.userDataFolder}`,
        `--extensions-dir=${folders.extensionsFolder}`,
      ],
      extensionTestsEnv: { MYPY_RATCHET_NODE: process.execPath },
    });
  } finally {
    await project.remove();
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * Installs the packaged extension, if the environment names one: VS Code still wants an extension
 * that is under development, and gets an empty one. Returns where that is.
 */
async function provideExtension(
  vscode: ChosenVscode,
  folders: VscodeFolders,
  scratch: string,
): Promise<string> {
  const vsix = process.env['MYPY_RATCHET_VSIX'];
  if (vsix === undefined || vsix === '') return REPOSITORY;
  installExtension(vscode, vsix, folders);
  const empty = join(scratch, 'empty');
  await mkdir(empty);
  const manifest = {
    name: 'empty',
    publisher: 'tests',
    version: '0.0.0',
    engines: { vscode: '*' },
  };
  await writeFile(join(empty, 'package.json'), JSON.stringify(manifest));
  return empty;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
