import assert from 'node:assert/strict';
import { utimes, writeFile } from 'node:fs/promises';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { createDemoProject, DEMO_ERRORS } from '../support/project/demo-project.js';
import { LanguageClient } from '../support/server/language-client.js';

const FINE = 'x: str = "1"\n';
const WRONG = 'x: int = "1"\n';
const SECONDS = 1_700_000_000;

describe('changes on disk that come at the same moment', function () {
  this.timeout(150_000);
  let folder: TemporaryFolder;
  let storage: TemporaryFolder;
  let client: LanguageClient;

  before(async () => {
    folder = await TemporaryFolder.create();
    storage = await TemporaryFolder.create();
    await createDemoProject(folder);
    client = await LanguageClient.open(folder, storage);
  });
  after(async () => {
    await client.stop();
    await folder.remove();
    await storage.remove();
  });

  /** With the time and the size that every other content of it has. */
  async function write(content: string): Promise<void> {
    await writeFile(folder.at('same.py'), content);
    await utimes(folder.at('same.py'), SECONDS, SECONDS);
  }

  it('sees a file of the same second and size beside an edit of mypy.ini', async () => {
    await client.untilChecked(() => write(FINE));
    assert.equal(client.snapshot?.result?.totals.current, DEMO_ERRORS);
    await write(WRONG);
    // A comment: other options would have mypy read everything anew.
    await folder.edit('mypy.ini', '[mypy]', '# ours\n[mypy]');
    await client.until('the error', () => client.of('same.py').length === 1);
  });
});
