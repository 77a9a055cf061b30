import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the host', () => {
  it('is a VS Code that we support', () => {
    assert.match(vscode.version, /^1\.[1-9]\d{2}\./);
  });
});
