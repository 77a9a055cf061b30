import assert from 'node:assert/strict';
import { CheckRequest } from '../../src/protocol/messages.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { interpreterOf } from '../support/mypy/interpreters.js';
import { createDemoProject, DEMO_ERRORS } from '../support/project/demo-project.js';
import { LanguageClient } from '../support/server/language-client.js';

describe('a language server that checks when it is asked to only', function () {
  this.timeout(60_000);
  let folder: TemporaryFolder;
  let storage: TemporaryFolder;
  let client: LanguageClient;

  before(async () => {
    folder = await TemporaryFolder.create();
    storage = await TemporaryFolder.create();
    await createDemoProject(folder);
    client = await LanguageClient.start({
      folder: folder.path,
      storageFolder: storage.path,
      settings: { interpreter: interpreterOf('newest'), run: 'manual' },
    });
    await client.until('the project', () => client.snapshot !== undefined);
    await check();
  });
  after(async () => {
    await client.stop();
    await folder.remove();
    await storage.remove();
  });

  const check = () =>
    client.untilChecked(() => client.request(CheckRequest, { project: client.project }));
  const untilOutdated = () => client.until('word of it', () => client.snapshot?.isOutdated);

  it('says that the result is older than a file that somebody changed', async () => {
    assert.equal(client.snapshot?.isOutdated, false);
    await folder.edit('services.py', 'users[0] if users else None', 'users[0]');
    await untilOutdated();
    assert.equal(client.snapshot?.result?.totals.current, DEMO_ERRORS);
    const checked = await check();
    assert.equal(checked.isOutdated, false);
    assert.equal(checked.result?.totals.current, DEMO_ERRORS - 1);
  });

  it('says so of the configuration, and follows it with the next check', async () => {
    await folder.write('mypy.ini', '[mypy]\n');
    await untilOutdated();
    const checked = await check();
    assert.equal(checked.isOutdated, false);
    assert.ok((checked.result?.totals.current ?? 0) < DEMO_ERRORS - 1);
  });

  it('says so of a file that the editor saved', async () => {
    await folder.edit('services.py', 'users[0]', 'users[0] if users else None');
    await client.didSave('services.py');
    await untilOutdated();
    assert.equal((await check()).isOutdated, false);
  });
});
