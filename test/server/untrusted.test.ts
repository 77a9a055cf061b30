import assert from 'node:assert/strict';
import { chmod, symlink } from 'node:fs/promises';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import type { BaselineEntry } from '../../src/core/baseline/baseline.js';
import * as messages from '../../src/protocol/messages.js';
import { baselineText } from '../support/baseline/baseline-text.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { createRepository } from '../support/git/repository.js';
import { GERMAN_OPTIONS } from '../support/language/german.js';
import { LanguageClient } from '../support/server/language-client.js';

const BASELINE = 'mypy-baseline.jsonl';

function entry(scope: string): BaselineEntry {
  const [code, message] = ['no-untyped-def', 'Function is missing a type annotation'];
  return { path: 'app.py', code, scope, message, text: 'def f(x):' };
}

describe('the language server of a workspace that nobody trusts', () => {
  let folder: TemporaryFolder;
  /** Programs on PATH that leave a trace beside them. */
  let traps: TemporaryFolder;
  let client: LanguageClient;

  before(async () => {
    folder = await TemporaryFolder.create('gift');
    traps = await TemporaryFolder.create('traps');
    await folder.writeAll({
      'mypy.ini': '[mypy]\n',
      'app.py': 'import os\n\n\ndef f(x):\n    pass\n\n\nclass A:\n    def f(x):\n        pass\n',
      [BASELINE]: baselineText([entry('A.f'), entry('f')]),
    });
    await createRepository(folder.path);
    for (const name of ['git', 'python', 'python3', 'mypy', 'dmypy']) {
      await traps.write(name, `#!/bin/sh\n: > '${traps.at('ran')}-${name}'\n`);
      await chmod(traps.at(name), 0o755);
    }
    client = await LanguageClient.start({
      folder: folder.path,
      storageFolder: traps.at('storage'),
      settings: { interpreter: traps.at('python') },
      env: { ...process.env, PATH: `${traps.path}:/usr/bin:/bin` },
      isTrusted: false,
      language: GERMAN_OPTIONS,
    });
  });
  after(async () => {
    await client.stop();
    await folder.remove();
    await traps.remove();
  });

  const changed = (path: string) => client.didChangeFile(path, FileChangeType.Changed);

  it('tells what the baseline file says, and that nothing was checked', async () => {
    const { result, stale, checker } = await client.until('a snapshot', () => client.snapshot);
    assert.equal(result?.totals.current, 2);
    assert.equal(result?.totals.new, 0);
    assert.equal(result?.authority, 'baseline');
    assert.equal(stale?.kind, 'workspace-untrusted');
    assert.equal(checker, null);
  });

  it('tells it in the language of the editor', async () => {
    const { stale } = await client.until('a snapshot', () => client.snapshot);
    assert.match(stale?.message ?? '', /^Dieser Arbeitsbereich ist nicht vertrauenswürdig/);
  });

  it('finds the lines of equal entries, each its own', async () => {
    const { project } = client;
    const params = { project, path: 'app.py', code: 'no-untyped-def' };
    const errors = await client.request(messages.ErrorsRequest, params);
    assert.deepEqual(
      errors.map(({ line, character, endCharacter }) => [line, character, endCharacter]),
      [
        [3, 0, 9],
        [8, 4, 13],
      ],
    );
  });

  it('answers nothing that would run something', async () => {
    await assert.rejects(client.request(messages.CheckRequest, {}), /Unhandled method/);
    await assert.rejects(client.request(messages.RestartRequest, {}), /Unhandled method/);
  });

  it('says of a damaged file that it is damaged', async () => {
    await folder.write(BASELINE, 'not a baseline\n');
    await changed(BASELINE);
    await client.until('the problem', () =>
      client.snapshot?.problems.some(({ kind }) => kind === 'baseline-malformed'),
    );
    assert.equal(client.snapshot?.presence, 'unusable');
  });

  it('reads no file outside of the repository, wherever links and settings lead', async () => {
    await traps.write('secret.jsonl', baselineText([entry('f')]));
    await folder.delete(BASELINE);
    await symlink(traps.at('secret.jsonl'), folder.at(BASELINE));
    await changed(BASELINE);
    await client.until('no project', () => client.projects.size === 0);
    await folder.write('mypy-ratchet.toml', `baseline = "${traps.at('secret.jsonl')}"\n`);
    await folder.write('part/mypy.ini', '[mypy]\n');
    await folder.write(`part/${BASELINE}`, baselineText([entry('f')]));
    await changed('mypy-ratchet.toml');
    await client.until('the part', () => client.projects.get('part'));
    assert.deepEqual([...client.projects.keys()], ['part']);
  });

  it('has run nothing', async () => {
    const ran = (await traps.list()).filter((name) => name.startsWith('ran-'));
    assert.deepEqual(ran, []);
  });
});
