import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { toSlashes } from '../../src/core/path/place.js';

const SOURCES = join(__dirname, '..', '..', '..', 'src');

/** Files that start programs, each of which docs/security.md speaks of. */
const STARTERS = [
  'client/commands/set-up-command.ts',
  'client/python/run-in-terminal.ts',
  'mypy/process/child.ts',
  'mypy/process/kill-tree.ts',
  'workspace/git/run-git.ts',
  'workspace/git/stream-git.ts',
];

const STARTS =
  /from 'node:(?:child_process|worker_threads|cluster)'|createTerminal\(|\w+Execution\(/;

function filesWith(pattern: RegExp): readonly string[] {
  return readdirSync(SOURCES, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && item.name.endsWith('.ts'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => pattern.test(readFileSync(file, 'utf8')))
    .map((file) => toSlashes(relative(SOURCES, file)))
    .sort();
}

describe('the programs that are started', () => {
  it('are started in a few places, which the page about security knows', () => {
    assert.deepEqual(filesWith(STARTS), STARTERS);
  });

  it('go through no shell', () => {
    assert.deepEqual(
      filesWith(/\bshell: (?:true|['"`])|\bexecSync\(|\bexec\(\s*['"`]|ShellExecution/),
      [],
    );
  });

  it('are none of what an untrusted workspace is shown with', () => {
    const untrusted = filesWith(/./s).filter((file) => file.startsWith('server/untrusted/'));
    assert.ok(untrusted.length > 0);
    const imports = /from '[^']*(?:\/mypy\/(?:process|checker|worker|daemon)|\/run-git|\/git\.js)/;
    assert.deepEqual(
      filesWith(imports).filter((file) => untrusted.includes(file)),
      [],
    );
  });
});
