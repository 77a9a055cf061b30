import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { BranchRow } from '../../../src/protocol/branch-messages.js';
import { commitAll, git } from '../../support/git/repository.js';
import { BREAKING_EDIT } from '../../support/project/demo-project.js';

const CONFIRM_INPUT = 'workbench.action.acceptSelectedQuickOpenItem';

function folder(): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first);
  return first.uri;
}

/** Waits until so many errors are new. */
async function untilNew(count: number): Promise<void> {
  const found = () =>
    vscode.languages
      .getDiagnostics()
      .flatMap(([, list]) => list)
      .filter(({ source }) => source === 'mypy').length;
  while (found() !== count) {
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
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder(), path));
  const offset = document.getText().indexOf(from);
  assert.ok(offset >= 0, `${path} does not hold ${from}`);
  const [start, end] = [document.positionAt(offset), document.positionAt(offset + from.length)];
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, new vscode.Range(start, end), to);
  assert.ok(await vscode.workspace.applyEdit(change));
  assert.ok(await document.save());
}

/** Runs a command and takes what it offers until it is done. */
async function runAndConfirm(command: string): Promise<void> {
  let isDone = false;
  const running = vscode.commands.executeCommand(command).then(() => {
    isDone = true;
  });
  while (!isDone) await vscode.commands.executeCommand(CONFIRM_INPUT);
  await running;
}

async function copySummary(): Promise<string> {
  await vscode.commands.executeCommand('mypyRatchet.copyBranchSummary');
  return vscode.env.clipboard.readText();
}

describe('the reviewer', () => {
  before(async () => {
    await untilNew(0);
    await commitAll(folder().fsPath, 'baseline');
    await git(folder().fsPath, 'checkout', '--quiet', '-b', 'feature');
    await edit(BREAKING_EDIT.path, BREAKING_EDIT.from, BREAKING_EDIT.to);
    await untilNew(1);
  });
  after(async () => {
    await vscode.commands.executeCommand('mypyRatchet.stopComparing');
    await edit(BREAKING_EDIT.path, BREAKING_EDIT.to, BREAKING_EDIT.from);
    await untilNew(0);
  });

  it('compares the branch with its base and copies what it does', async () => {
    await runAndConfirm('mypyRatchet.compareWith');
    const summary = await copySummary();
    assert.match(summary, /^## Type debt of `my projéct #1` against `main` at `[0-9a-f]{8}`/);
    assert.match(summary, /### Introduces\n\n- `services\.py:5` .*`operator`/);
    assert.match(summary, /broken by your change to `models\.py`/);
  });

  it('opens a file as the base has it beside what it is now', async () => {
    const commit = await git(folder().fsPath, 'rev-parse', 'main');
    const uri = vscode.Uri.joinPath(folder(), 'models.py');
    const row: Pick<BranchRow, 'kind' | 'path' | 'uri' | 'place' | 'text'> = {
      kind: 'fixed',
      path: 'models.py',
      uri: uri.toString(),
      place: null,
      text: 'self.name = name',
    };
    const [snapshot, branch] = [{ project: folder().toString() }, { name: 'main', commit }];
    const node = { kind: 'branch-row', snapshot, branch, row };
    await vscode.commands.executeCommand('mypyRatchet.openBranchRow', node);
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputTextDiff);
    assert.equal(input.modified.toString(), uri.toString());
    assert.equal(input.original.scheme, 'mypy-ratchet-base');
    const document = await vscode.workspace.openTextDocument(input.original);
    assert.ok(document.getText().includes(BREAKING_EDIT.from));
    assert.equal(document.languageId, 'python');
  });
});
