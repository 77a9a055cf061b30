import type { TemporaryFolder } from '../support/files/temporary-folder.js';
import { interpreterOf } from '../support/mypy/interpreters.js';
import { createDemoProject } from '../support/project/demo-project.js';

/** Makes the workspace that the suite works in: the demo project, committed, with an interpreter. */
export async function createSuiteProject(project: TemporaryFolder): Promise<void> {
  await createDemoProject(project);
  const settings = {
    'mypyRatchet.interpreter': interpreterOf('newest'),
    // In a browser VS Code saves by itself after a second, and no file stays unsaved.
    'files.autoSave': 'off',
  };
  await project.write('.vscode/settings.json', JSON.stringify(settings));
}
