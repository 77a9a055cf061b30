import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { fakeEnvironments } from '../support/extensions/fake-environments.js';
import { installFake } from '../support/extensions/fake-extension.js';
import { FAKE_NEIGHBOUR } from '../support/extensions/fake-neighbour.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { interpreterOf } from '../support/mypy/interpreters.js';
import { createDemoProject } from '../support/project/demo-project.js';
import { chooseVscode } from '../support/vscode-host/choose-vscode.js';

const REPOSITORY = join(__dirname, '..', '..', '..');
async function main(): Promise<void> {
  const { executable, why } = await chooseVscode(process.env);
  process.stdout.write(`VS Code: ${why}\n`);
  // Short: macOS allows 103 characters for the socket that VS Code makes in it.
  const scratch = await mkdtemp(join(tmpdir(), 'mrx-'));
  const project = await TemporaryFolder.create('my projéct #1');
  try {
    await createDemoProject(project);
    const settings = {
      'mypyRatchet.interpreter': interpreterOf('newest'),
      // In a browser VS Code saves by itself after a second, and no file stays unsaved.
      'files.autoSave': 'off',
      // Silent until a test wants to hear it.
      'mypy-type-checker.ignorePatterns': ['**'],
    };
    await project.write('.vscode/settings.json', JSON.stringify(settings));
    const extensions = join(scratch, 'extensions');
    await installFake(extensions, FAKE_NEIGHBOUR);
    await installFake(extensions, fakeEnvironments(interpreterOf('newest')));
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: REPOSITORY,
      extensionTestsPath: join(__dirname, 'suite', 'index.js'),
      launchArgs: [
        project.path,
        `--user-data-dir=${join(scratch, 'user')}`,
        `--extensions-dir=${extensions}`,
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
