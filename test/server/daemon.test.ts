import assert from 'node:assert/strict';
import type { ProjectSnapshot } from '../../src/protocol/messages.js';
import * as messages from '../../src/protocol/messages.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { commitAll } from '../support/git/repository.js';
import { interpreterOf } from '../support/mypy/interpreters.js';
import { findProcesses, until } from '../support/mypy/processes.js';
import { BREAKING_EDIT, createDemoProject, DEMO_ERRORS } from '../support/project/demo-project.js';
import { LanguageClient } from '../support/server/language-client.js';

const BASELINE = 'mypy-baseline.jsonl';

for (const version of ['1.4.1', '1.18.2'] as const) {
  describe(`the language server with the daemon of mypy ${version}`, function () {
    this.timeout(240_000);
    let folder: TemporaryFolder;
    let storage: TemporaryFolder;
    let client: LanguageClient;
    let isStopped = false;

    before(async () => {
      folder = await TemporaryFolder.create();
      storage = await TemporaryFolder.create();
      await createDemoProject(folder);
      client = await LanguageClient.start({
        folder: folder.path,
        storageFolder: storage.path,
        settings: { interpreter: interpreterOf(version), engine: 'daemon' },
      });
    });
    after(async () => {
      if (!isStopped) await client.stop();
      await folder.remove();
      await storage.remove();
    });

    it('checks with plain mypy first, and then starts the daemon', async () => {
      const result = await client.until('the first result', () => client.snapshot?.result);
      assert.deepEqual([result.authority, result.totals.current], ['plain', DEMO_ERRORS]);
      const { project } = client;
      await client.request(messages.CreateBaselineRequest, { project });
      await commitAll(folder.path, 'baseline');
      await client.until('a daemon', () => client.log.some((line) => /is ready after/.test(line)));
    });

    it('shows at once what an edit does in its own file, then all of it', async () => {
      await folder.edit('models.py', 'return user.name', 'return user.nme');
      const shown = await client.untilPreviewed(() => client.didSave('models.py'));
      assert.deepEqual(listNew(shown), ['models.py attr-defined', 'models.py no-any-return']);
      await folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.from, BREAKING_EDIT.to);
      const confirmed = await client.untilChecked(() => client.didSave('models.py'));
      assert.deepEqual(listNew(confirmed), [
        'models.py attr-defined',
        'models.py no-any-return',
        'services.py operator',
      ]);
      await until(async () => !(await folder.read(BASELINE)).includes('"age"'));
    });

    it('takes nothing for fixed, and writes nothing, on the word of the daemon', async () => {
      await folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.to, BREAKING_EDIT.from);
      await folder.edit('models.py', 'return user.nme', 'return len(user.name)');
      await folder.edit('models.py', 'def find(name):', 'def find(name: str) -> User:');
      const fixed = client.snapshot?.result?.totals.fixed ?? 0;
      const before = await folder.read(BASELINE);
      const shown = await client.untilPreviewed(() => client.didSave('models.py'));
      assert.equal(shown.result?.totals.fixed, fixed);
      assert.equal(await folder.read(BASELINE), before);
      await client.until('a confirmed result', () => {
        return client.snapshot?.result?.totals.fixed === fixed + 1;
      });
      await until(async () => (await folder.read(BASELINE)) !== before);
    });

    it('leaves no daemon when it stops', async () => {
      assert.equal((await findProcesses(storage.path)).length, 1);
      await client.stop();
      isStopped = true;
      assert.deepEqual(await findProcesses(storage.path), []);
    });
  });
}

function listNew({ result }: ProjectSnapshot): readonly string[] {
  return (result?.newErrors ?? []).map(({ path, code }) => `${path} ${code}`).sort();
}
