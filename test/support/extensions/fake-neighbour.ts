import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the fake shows. */
export const FAKE_SOURCE = 'Mypy';

const MANIFEST = {
  name: 'mypy-type-checker',
  publisher: 'ms-python',
  version: '2026.1.0',
  engines: { vscode: '^1.100.0' },
  main: './extension.js',
  activationEvents: ['onStartupFinished'],
  contributes: {
    configuration: {
      properties: {
        'mypy-type-checker.args': { type: 'array', default: [], scope: 'resource' },
        'mypy-type-checker.ignorePatterns': { type: 'array', default: [], scope: 'resource' },
        'mypy-type-checker.reportingScope': { type: 'string', default: 'file', scope: 'resource' },
      },
    },
  },
};

/** One error in the first folder, unless every file is ignored: all that matters of the real one. */
const PROGRAM = `
const vscode = require('vscode');
exports.activate = (context) => {
  const shown = vscode.languages.createDiagnosticCollection('fake');
  const show = () => {
    const ignored = vscode.workspace.getConfiguration('mypy-type-checker').get('ignorePatterns');
    const file = vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, 'models.py');
    const error = new vscode.Diagnostic(new vscode.Range(0, 0, 0, 1), 'found twice');
    error.source = '${FAKE_SOURCE}';
    shown.set(file, ignored.includes('**') ? [] : [error]);
  };
  context.subscriptions.push(shown, vscode.workspace.onDidChangeConfiguration(show));
  show();
};
`;

/** Puts an extension with the id of Microsoft's mypy extension where VS Code finds it. */
export async function installFakeNeighbour(extensionsFolder: string): Promise<void> {
  const folder = join(extensionsFolder, `ms-python.mypy-type-checker-${MANIFEST.version}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify(MANIFEST));
  await writeFile(join(folder, 'extension.js'), PROGRAM);
}
