import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { isOwnFile } from '../../../src/server/untrusted/own-file.js';
import { TemporaryFolder } from '../../support/files/temporary-folder.js';

describe("a folder's own file", () => {
  let folder: TemporaryFolder;

  beforeEach(async () => {
    folder = await TemporaryFolder.create();
    await folder.writeAll({ 'own/a.jsonl': '', 'own/..b.jsonl': '', 'c.jsonl': '' });
    await symlink('a.jsonl', folder.at('own/within'));
    await symlink('../c.jsonl', folder.at('own/outside'));
  });
  afterEach(() => folder.remove());

  it('is a file inside of it, whatever its name begins with and wherever links lead', async () => {
    const own = (name: string) => isOwnFile(folder.at(name), folder.at('own'));
    for (const name of ['own/a.jsonl', 'own/..b.jsonl', 'own/within']) {
      assert.equal(await own(name), true, name);
    }
    for (const name of ['own/outside', 'c.jsonl', 'own', 'own/gone']) {
      assert.equal(await own(name), false, name);
    }
  });
});
