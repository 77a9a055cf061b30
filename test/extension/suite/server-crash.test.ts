import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';

const SOURCES: readonly (string | undefined)[] = ['mypy', 'mypy-baseline'];

function countDiagnostics(): number {
  return vscode.languages
    .getDiagnostics()
    .flatMap(([, diagnostics]) => diagnostics)
    .filter(({ source }) => SOURCES.includes(source)).length;
}

/** Waits until so many of our diagnostics are shown. */
async function untilShown(count: number): Promise<void> {
  while (countDiagnostics() !== count) {
    await new Promise<void>((resolve) => {
      const listener = vscode.languages.onDidChangeDiagnostics(() => {
        listener.dispose();
        resolve();
      });
    });
  }
}

/** The language server's process: a child of this one, which is the extension host. */
function findServer(): number {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args=', '-ww'], { encoding: 'utf8' });
  for (const line of lines.split('\n')) {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    if (Number(parent) === process.pid && command.includes('server.js')) return Number(pid);
  }
  throw new Error(`no language server among\n${lines}`);
}

describe('the extension, when its language server is killed', () => {
  it('starts it again, and shows what it showed', async function () {
    if (process.platform === 'win32') this.skip();
    const before = countDiagnostics();
    assert.ok(before > 0);
    const killed = findServer();
    process.kill(killed, 'SIGKILL');
    await untilShown(0);
    await untilShown(before);
    assert.notEqual(findServer(), killed);
  });
});
