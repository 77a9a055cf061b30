// Makes out/debug-workspace and out/debug-extensions, in which the launch configuration "Extension suite" runs the suite.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pythonVariables } from '../setup/environment.mjs';

const ROOT = join(import.meta.dirname, '..', '..');

Object.assign(process.env, await pythonVariables());
const load = createRequire(join(ROOT, 'out', 'debug.js'));
const { TemporaryFolder } = load('./test/support/files/temporary-folder.js');
const { createSuiteProject } = load('./test/extension/suite-project.js');
const [workspace, extensions] = await Promise.all(
  ['debug-workspace', 'debug-extensions'].map((name) =>
    TemporaryFolder.renew(join(ROOT, 'out', name)),
  ),
);
await createSuiteProject(workspace, extensions.path);
