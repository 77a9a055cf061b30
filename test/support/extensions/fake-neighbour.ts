import type { FakeExtension } from './fake-extension.js';

/** What the fake shows. */
export const FAKE_SOURCE = 'Mypy';

/**
 * Has the id of Microsoft's mypy extension. One error of the demo project in the first folder that no test
 * mends, unless every file is ignored: all that matters of the real one.
 */
export const FAKE_NEIGHBOUR: FakeExtension = {
  publisher: 'ms-python',
  name: 'mypy-type-checker',
  contributes: {
    configuration: {
      properties: {
        'mypy-type-checker.args': { type: 'array', default: [], scope: 'resource' },
        'mypy-type-checker.ignorePatterns': { type: 'array', default: [], scope: 'resource' },
        'mypy-type-checker.reportingScope': { type: 'string', default: 'file', scope: 'resource' },
      },
    },
  },
  program: `
const vscode = require('vscode');
exports.activate = (context) => {
  const shown = vscode.languages.createDiagnosticCollection('fake');
  const show = () => {
    const ignored = vscode.workspace.getConfiguration('mypy-type-checker').get('ignorePatterns');
    const file = vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, 'models.py');
    const place = new vscode.Range(10, 0, 10, 1);
    const error = new vscode.Diagnostic(place, 'Incompatible return value type (got "str", expected "int")');
    error.source = '${FAKE_SOURCE}';
    shown.set(file, ignored.includes('**') ? [] : [error]);
  };
  context.subscriptions.push(shown, vscode.workspace.onDidChangeConfiguration(show));
  show();
};
`,
};
