// The tests that run in a VS Code, at either end of the supported versions: `newest` or `lowest`.
import { join } from 'node:path';
import { pythonVariables, vscodeServerVariables, vscodeVariables } from '../setup/environment.mjs';
import { say } from '../setup/run.mjs';
import { counted, execute, mocha } from './mocha.mjs';

/** Where the layer `package` leaves the packaged extension. */
export function vsixPath(root) {
  return join(root, 'dist', 'mypy-ratchet.vsix');
}

/** The suite inside VS Code, of the source tree or (`isInstalled`) of the packaged extension. */
export async function extensionSuite({ root, grep, end, isInstalled }) {
  const env = {
    ...(await pythonVariables()),
    ...(await vscodeVariables(end)),
    MYPY_RATCHET_VSIX: isInstalled ? vsixPath(root) : '',
  };
  return counted(async (file) => {
    const extra = { ...env, MYPY_RATCHET_TEST_COUNTS: file, MYPY_RATCHET_TEST_GREP: grep ?? '' };
    return execute(process.execPath, [join(root, 'out/test/extension/run.js')], root, extra);
  });
}

/** The end-to-end tests, or those of some files, on the packaged extension, in a browser. */
export async function endToEnd({ root, grep, end, files = '**/*.test.js' }) {
  if (process.platform === 'win32') {
    say("Skipped: VS Code's server build does not run on Windows.");
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const env = {
    ...(await pythonVariables()),
    ...(await vscodeServerVariables(end)),
    MYPY_RATCHET_VSIX: vsixPath(root),
  };
  return mocha(root, [`out/test/e2e/${files}`], grep, env);
}
