import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';
import { BREAKING_EDIT, DEMO_ERRORS } from '../../support/project/demo-project.js';

const EXTENSION = 'mypy-ratchet.mypy-ratchet';
const BASELINE = 'mypy-baseline.jsonl';
const CONFIRM_INPUT = 'workbench.action.acceptSelectedQuickOpenItem';

/** The workspace that `run.ts` made: the demo project, committed, with an interpreter. */
function folder(): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first);
  return first.uri;
}

function uriOf(path: string): vscode.Uri {
  return vscode.Uri.joinPath(folder(), path);
}

function diagnostics(source: string): readonly (readonly [string, vscode.Diagnostic])[] {
  return vscode.languages
    .getDiagnostics()
    .flatMap(([uri, list]) => list.map((diagnostic) => [uri.path, diagnostic] as const))
    .filter(([, diagnostic]) => diagnostic.source === source);
}

/** Waits until diagnostics are as wanted; they are looked at whenever they change. */
async function until(wanted: () => boolean): Promise<void> {
  while (!wanted()) {
    await new Promise<void>((resolve) => {
      const listener = vscode.languages.onDidChangeDiagnostics(() => {
        listener.dispose();
        resolve();
      });
    });
  }
}

/** Edits a file as a person does, and saves it. */
async function edit(path: string, from: string, to: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uriOf(path));
  const offset = document.getText().indexOf(from);
  assert.ok(offset >= 0, `${path} does not hold ${from}`);
  const change = new vscode.WorkspaceEdit();
  const range = new vscode.Range(
    document.positionAt(offset),
    document.positionAt(offset + from.length),
  );
  change.replace(document.uri, range, to);
  assert.ok(await vscode.workspace.applyEdit(change));
  assert.ok(await document.save());
}

async function entries(): Promise<number> {
  return (await readFile(uriOf(BASELINE).fsPath, 'utf8')).trimEnd().split('\n').length - 1;
}

const isNew = (count: number) => () => diagnostics('mypy').length === count;
const isBaseline = (count: number) => () => diagnostics('mypy-baseline').length === count;

describe('the extension', () => {
  it('activates in a Python folder in no time', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension);
    const startedAt = performance.now();
    await extension.activate();
    const tookMs = performance.now() - startedAt;
    // 0 when the workspace has activated it already; the figure itself is in the README.
    console.log(`      activated in ${tookMs.toFixed(0)} ms`);
    assert.equal(extension.isActive, true);
  });

  it('shows the errors of files that are not open', async () => {
    await until(isNew(DEMO_ERRORS));
    assert.equal(
      vscode.workspace.textDocuments.filter(({ languageId }) => languageId === 'python').length,
      0,
    );
  });

  it('creates a baseline', async () => {
    void vscode.commands.executeCommand('mypyRatchet.createBaseline');
    await until(isBaseline(DEMO_ERRORS));
    assert.equal(await entries(), DEMO_ERRORS);
    assert.deepEqual(diagnostics('mypy'), []);
    const [, diagnostic] = diagnostics('mypy-baseline')[0] ?? [];
    assert.equal(diagnostic?.severity, vscode.DiagnosticSeverity.Information);
  });

  it('shows a new error in a file that is not open, with a link to the documentation', async () => {
    await edit(BREAKING_EDIT.path, BREAKING_EDIT.from, BREAKING_EDIT.to);
    await until(isNew(1));
    const [path, diagnostic] = diagnostics('mypy')[0] ?? [];
    assert.match(path ?? '', /services\.py$/);
    assert.equal(diagnostic?.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(typeof diagnostic?.code === 'object');
    assert.equal(diagnostic.code.value, 'operator');
    assert.match(diagnostic.code.target.toString(true), /mypy\.readthedocs\.io.*code-operator/);
  });

  it('goes to the new error', async () => {
    await vscode.commands.executeCommand('mypyRatchet.nextNewError');
    const editor = vscode.window.activeTextEditor;
    assert.match(editor?.document.uri.path ?? '', /services\.py$/);
    assert.equal(editor?.selection.active.line, 4);
  });

  it('accepts it by a quick fix', async () => {
    const [, diagnostic] = diagnostics('mypy')[0] ?? [];
    assert.ok(diagnostic);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uriOf('services.py'),
      diagnostic.range,
    );
    const accept = actions.find(({ title }) => title.startsWith('Accept into the baseline'));
    assert.ok(accept?.command, actions.map(({ title }) => title).join(', '));
    assert.notEqual(accept.isPreferred, true);
    const { command, arguments: args = [] } = accept.command;
    const accepted = vscode.commands.executeCommand(command, ...args);
    // It asks for a reason first; none is given.
    while (!isNew(0)()) await vscode.commands.executeCommand(CONFIRM_INPUT);
    await accepted;
    assert.equal(await entries(), DEMO_ERRORS + 1);
  });

  it('takes what is fixed out of the baseline on save', async () => {
    await edit(BREAKING_EDIT.path, BREAKING_EDIT.to, BREAKING_EDIT.from);
    await until(isBaseline(DEMO_ERRORS));
    await edit('models.py', 'def find(name):', 'def find(name: str) -> User:');
    await until(isBaseline(DEMO_ERRORS - 1));
    await vscode.commands.executeCommand('mypyRatchet.shrinkBaseline');
    assert.equal(await entries(), DEMO_ERRORS - 1);
  });

  it('freezes on a syntax error, and goes on after it', async () => {
    const before = await readFile(uriOf(BASELINE).fsPath, 'utf8');
    await edit('models.py', 'class User:', 'class User(:');
    await until(() =>
      diagnostics('mypy').some(
        ([, { code }]) => typeof code === 'object' && code.value === 'syntax',
      ),
    );
    assert.equal(diagnostics('mypy-baseline').length, DEMO_ERRORS - 1);
    assert.equal(await readFile(uriOf(BASELINE).fsPath, 'utf8'), before);
    await edit('models.py', 'class User(:', 'class User:');
    await until(isNew(0));
  });

  it('fixes an error in a file that is not saved', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf('services.py'));
    const typed = new vscode.WorkspaceEdit();
    typed.insert(document.uri, new vscode.Position(1, 0), '# é 🎉\n');
    typed.delete(document.uri, new vscode.Range(2, 0, 3, 0));
    assert.ok(await vscode.workspace.applyEdit(typed));
    assert.ok(document.isDirty);
    const diagnostic = diagnostics('mypy-baseline').find(([, { message }]) =>
      message.startsWith('Incompatible default'),
    )?.[1];
    assert.ok(diagnostic);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      diagnostic.range,
    );
    const fix = actions.find(({ title }) => title === 'Change the type to "int | None"');
    assert.ok(fix?.edit, actions.map(({ title }) => title).join(', '));
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.equal(
      document.lineAt(7).text,
      'def total(users: list[User], start: int | None = None) -> int:',
    );
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    assert.equal(document.isDirty, false);
  });

  it('shows new errors only, when asked', async () => {
    await vscode.commands.executeCommand('mypyRatchet.focusOnNewErrors');
    await until(isBaseline(0));
    await vscode.commands.executeCommand('mypyRatchet.showAllErrors');
    await until(isBaseline(DEMO_ERRORS - 1));
  });

  it('follows a file that changes outside of the editor', async () => {
    const path = join(folder().fsPath, 'services.py');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('users[0] if users else None', '"nobody"'));
    await until(() => diagnostics('mypy').length + diagnostics('mypy-baseline').length > 0);
    await writeFile(path, text.replace('return users[0] if users else None', 'return users[0]'));
    await until(isBaseline(DEMO_ERRORS - 2));
  });

  it('sets the project up in a terminal, where init asks', async () => {
    await vscode.commands.executeCommand('mypyRatchet.setUpProject');
    const terminal = vscode.window.terminals.find(({ name }) => name === 'Mypy Ratchet: Set Up');
    assert.ok(terminal);
    // What stands in a terminal cannot be read, so each question gets its answer until init is done.
    while (terminal.exitStatus === undefined) {
      terminal.sendText('n');
      await setTimeout(200);
    }
    assert.equal(terminal.exitStatus.code, 0);
    assert.match(await readFile(uriOf('.gitattributes').fsPath, 'utf8'), /merge=union/);
  });

  it('has every command that it contributes', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    const contributed: readonly { readonly command: string }[] =
      extension?.packageJSON.contributes.commands ?? [];
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      contributed.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });
});
