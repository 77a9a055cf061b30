import { fakeEnvironments } from '../support/extensions/fake-environments.js';
import { installFake } from '../support/extensions/fake-extension.js';
import { FAKE_NEIGHBOUR } from '../support/extensions/fake-neighbour.js';
import type { TemporaryFolder } from '../support/files/temporary-folder.js';
import { interpreterOf } from '../support/mypy/interpreters.js';
import { createDemoProject } from '../support/project/demo-project.js';

/**
 * Makes the workspace that the suite works in, the demo project, committed, with an interpreter; and
 * the extensions beside which it runs.
 *
 * @param extensionsFolder Absolute.
 */
export async function createSuiteProject(
  project: TemporaryFolder,
  extensionsFolder: string,
): Promise<void> {
  await createDemoProject(project);
  const settings = {
    'mypyRatchet.interpreter': interpreterOf('newest'),
    // In a browser VS Code saves by itself after a second, and no file stays unsaved.
    'files.autoSave': 'off',
    // Silent until a test wants to hear it.
    'mypy-type-checker.ignorePatterns': ['**'],
  };
  await project.write('.vscode/settings.json', JSON.stringify(settings));
  await installFake(extensionsFolder, FAKE_NEIGHBOUR);
  await installFake(extensionsFolder, fakeEnvironments(interpreterOf('newest')));
}
