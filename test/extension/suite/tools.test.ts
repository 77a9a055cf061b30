import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';

const BROKEN = 'def area(width: int) -> int:\n    return "wide"\n';

function uriOf(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Uses a tool as an assistant in the editor does. */
async function ask(name: string, input: object = {}): Promise<string> {
  const options = { input, toolInvocationToken: undefined };
  const { content } = await vscode.lm.invokeTool(`mypy-ratchet_${name}`, options);
  const [part] = content;
  assert.ok(part instanceof vscode.LanguageModelTextPart);
  return part.value;
}

describe('the tools for assistants', () => {
  const made = uriOf('made_by_assistant.py');

  after(() => vscode.workspace.fs.delete(made));

  it('tell what an edit broke, why it is new, and where the debt sits', async () => {
    assert.match(await ask('check_now'), /None is new\.$/);
    await vscode.workspace.fs.writeFile(made, Buffer.from(BROKEN));
    const broken = await ask('new_errors');
    assert.match(broken, /^1 new error\./);
    assert.match(broken, /^made_by_assistant\.py:2:12: Incompatible return value type/m);
    const [, id = ''] = /, id ([0-9a-f]+)$/m.exec(broken) ?? [];
    assert.match(await ask('explain_error', { error: id }), /new: no entry is left for it/);
    assert.match(await ask('category_breakdown'), /^Return values +high .* \+1$/m);
  });

  it('accept nothing that no person agreed to', async () => {
    const before = await readFile(uriOf('mypy-baseline.jsonl').fsPath, 'utf8');
    const [, id = ''] = /, id ([0-9a-f]+)$/m.exec(await ask('new_errors')) ?? [];
    assert.match(await ask('accept_errors', { ids: [id] }), /reason is to say why/);
    // VS Code shows no dialog to a test: whoever asks for one is refused.
    const accepting = ask('accept_errors', { ids: [id], reason: 'because' });
    await accepting.then(
      (text) => assert.match(text, /did not agree/),
      (error: unknown) => assert.match(String(error), /dialog/i),
    );
    assert.equal(await readFile(uriOf('mypy-baseline.jsonl').fsPath, 'utf8'), before);
  });

  it('say what is not saved, and so not checked', async () => {
    const document = await vscode.workspace.openTextDocument(made);
    const change = new vscode.WorkspaceEdit();
    change.insert(made, new vscode.Position(0, 0), '# edited\n');
    await vscode.workspace.applyEdit(change);
    assert.match(await ask('check_now'), /Not saved, so not checked: made_by_assistant\.py$/);
    assert.ok(await document.save());
  });
});
