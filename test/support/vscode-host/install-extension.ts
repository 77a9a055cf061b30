import { spawnSync } from 'node:child_process';
import { resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import type { ChosenVscode } from './choose-vscode.js';
import { installationOf, type VscodeInstallation } from './vscode-server.js';

/** Where a VS Code of its own keeps what it is given. All paths absolute. */
export interface VscodeFolders {
  readonly userDataFolder: string;
  readonly extensionsFolder: string;
}

/** Installs a packaged extension as a person does, with the command line of VS Code itself. */
export function installExtension(vscode: ChosenVscode, vsix: string, folders: VscodeFolders): void {
  if (vscode.kind === 'server') {
    installOnServer(installationOf(process.env), vsix, folders);
    return;
  }
  const { userDataFolder, extensionsFolder } = folders;
  // Leaves out the folders that the library would choose: they are ours.
  const options = { reuseMachineInstall: true };
  const command = resolveCliArgsFromVSCodeExecutablePath(vscode.executable, options);
  run([
    ...command,
    ...['--install-extension', vsix],
    ...['--extensions-dir', extensionsFolder, '--user-data-dir', userDataFolder],
  ]);
}

export function installOnServer(
  { node, serverMain }: VscodeInstallation,
  vsix: string,
  { userDataFolder, extensionsFolder }: VscodeFolders,
): void {
  const folders = ['--extensions-dir', extensionsFolder, '--server-data-dir', userDataFolder];
  run([node, serverMain, '--install-extension', vsix, ...folders]);
}

function run([command = '', ...args]: readonly string[]): void {
  // On Windows VS Code's command line is a script, which only a shell can start.
  const shell = process.platform === 'win32';
  const words = shell ? args.map((word) => `"${word}"`) : args;
  const program = shell ? `"${command}"` : command;
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8', shell });
  if (status !== 0) throw new Error(`the .vsix was not installed:\n${stdout}${stderr}`);
}
