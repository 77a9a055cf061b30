import type { FakeExtension } from './fake-extension.js';

/** Takes the path of the interpreter that is chosen from now on. */
export const CHOOSE_COMMAND = 'fakeEnvironments.choose';

/**
 * Has the id of the Python Environments extension, and as much of its API as we use.
 *
 * @param interpreter What is chosen at first.
 */
export function fakeEnvironments(interpreter: string): FakeExtension {
  return {
    publisher: 'ms-python',
    name: 'vscode-python-envs',
    program: `
const vscode = require('vscode');
exports.activate = (context) => {
  const changed = new vscode.EventEmitter();
  let executable = ${JSON.stringify(interpreter)};
  const choose = (path) => {
    executable = path;
    changed.fire({ uri: undefined, old: undefined, new: undefined });
  };
  context.subscriptions.push(
    changed, vscode.commands.registerCommand('${CHOOSE_COMMAND}', choose));
  return {
    getEnvironment: async () => ({ execInfo: { run: { executable } } }),
    onDidChangeEnvironment: changed.event,
    managePackages: async () => undefined,
  };
};
`,
  };
}
