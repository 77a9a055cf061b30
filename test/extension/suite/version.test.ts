import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';

const REPOSITORY = join(__dirname, '..', '..', '..', '..');
const EXTENSION = 'mypy-ratchet.mypy-ratchet';

function minorOf(version: string): number {
  const [, minor] = /^\^?1\.(\d+)\./.exec(version) ?? [];
  assert.ok(minor !== undefined, version);
  return Number(minor);
}

describe('the host', () => {
  it('is the end of the supported versions that was asked for', () => {
    const lowest = minorOf(vscode.extensions.getExtension(EXTENSION)?.packageJSON.engines.vscode);
    const actual = minorOf(vscode.version);
    if (process.env['MYPY_RATCHET_VSCODE'] === 'lowest') assert.equal(actual, lowest);
    else assert.ok(actual > lowest, vscode.version);
  });

  it('runs the packaged extension where there is one', () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension);
    const isInstalled = (process.env['MYPY_RATCHET_VSIX'] ?? '') !== '';
    assert.equal(extension.extensionPath !== REPOSITORY, isInstalled, extension.extensionPath);
  });
});
