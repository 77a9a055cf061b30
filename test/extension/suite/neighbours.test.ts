import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CHOOSE_COMMAND } from '../../support/extensions/fake-environments.js';
import { FAKE_SOURCE } from '../../support/extensions/fake-neighbour.js';
import { interpreterOf } from '../../support/mypy/interpreters.js';

const CONFIRM_INPUT = 'workbench.action.acceptSelectedQuickOpenItem';
const { Workspace } = vscode.ConfigurationTarget;

function shownBy(source: string): number {
  const all = vscode.languages.getDiagnostics().flatMap(([, list]) => list);
  return all.filter((diagnostic) => diagnostic.source === source).length;
}

/** Does something again and again until it has worked. */
async function until(wanted: () => boolean, attempt: () => PromiseLike<unknown>): Promise<void> {
  while (!wanted()) {
    await attempt();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function set(id: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration().update(id, value, Workspace);
}

function inWorkspace(id: string): unknown {
  return vscode.workspace.getConfiguration().inspect(id)?.workspaceValue;
}

async function debugInformation(): Promise<string> {
  await vscode.commands.executeCommand('mypyRatchet.showDebugInformation');
  const text = vscode.window.activeTextEditor?.document.getText() ?? '';
  assert.match(text, /^# Mypy Ratchet: debug information/);
  return text;
}

describe('beside another mypy extension', () => {
  let ours = 0;
  before(() => {
    ours = shownBy('mypy-baseline');
    assert.ok(ours > 0);
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('asks who is to show the errors, and does what is chosen', async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await set('mypy-type-checker.ignorePatterns', undefined);
    await until(
      () => shownBy(FAKE_SOURCE) > 0,
      async () => undefined,
    );
    await until(
      () => shownBy(FAKE_SOURCE) === 0,
      () => vscode.commands.executeCommand('notification.acceptPrimaryAction'),
    );
    assert.deepEqual(inWorkspace('mypy-type-checker.ignorePatterns'), ['**']);
    assert.equal(shownBy('mypy-baseline'), ours);
  });

  it('leaves the errors to it, and keeps the view', async () => {
    await set('mypyRatchet.diagnostics', 'none');
    await until(
      () => shownBy('mypy-baseline') === 0,
      async () => undefined,
    );
    assert.match(await debugInformation(), new RegExp(`, ${ours} errors \\(plain\\)`));
    await set('mypyRatchet.diagnostics', undefined);
    await until(
      () => shownBy('mypy-baseline') === ours,
      async () => undefined,
    );
  });

  it('takes what it is told where we are told nothing, and says so', async () => {
    await set('mypy-type-checker.args', ['--warn-unreachable']);
    let text = '';
    await until(
      () => /Arguments: `\["--warn-unreachable"\]`/.test(text),
      async () => {
        text = await debugInformation();
      },
    );
    assert.match(text, /`mypy-type-checker\.args`: `\["--warn-unreachable"\]` \(workspace\), used/);
    assert.match(text, /`mypyRatchet\.interpreter`: `".+"` \(workspace\)/);
    assert.match(text, /ms-python\.mypy-type-checker 2026\.1\.0/);
  });

  it('follows the choice of the Python Environments extension', async () => {
    const before = inWorkspace('mypyRatchet.interpreter');
    let text = '';
    const untilTold = (pattern: RegExp) =>
      until(
        () => pattern.test(text),
        async () => {
          text = await debugInformation();
        },
      );
    await set('mypyRatchet.interpreter', undefined);
    await untilTold(/from the Python Environments extension's choice/);
    await vscode.commands.executeCommand(CHOOSE_COMMAND, interpreterOf('1.19.1'));
    await untilTold(/mypy: mypy 1\.19\.1/);
    await vscode.commands.executeCommand(CHOOSE_COMMAND, interpreterOf('newest'));
    await set('mypyRatchet.interpreter', before);
    await untilTold(/from the setting mypyRatchet\.interpreter/);
  });

  it('imports its settings when a person asks for it', async () => {
    let isDone = false;
    const imported = vscode.commands.executeCommand('mypyRatchet.importSettings').then(() => {
      isDone = true;
    });
    await until(
      () => inWorkspace('mypyRatchet.args') !== undefined,
      () => vscode.commands.executeCommand(CONFIRM_INPUT),
    );
    assert.deepEqual(inWorkspace('mypyRatchet.args'), ['--warn-unreachable']);
    await until(
      () => isDone,
      () => vscode.commands.executeCommand('notifications.clearAll'),
    );
    await imported;
    await set('mypyRatchet.args', undefined);
    await set('mypy-type-checker.args', undefined);
    let text = '';
    await until(
      () => /Arguments: `\[\]`/.test(text) && !/Problem:/.test(text),
      async () => {
        text = await debugInformation();
      },
    );
    assert.equal(shownBy('mypy-baseline'), ours);
  });
});
