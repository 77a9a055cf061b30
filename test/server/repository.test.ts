import * as messages from '../../src/protocol/messages.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { commitAll, createRepository, git } from '../support/git/repository.js';
import { BREAKING_EDIT, createDemoProject, DEMO_FILES } from '../support/project/demo-project.js';
import { LanguageClient } from '../support/server/language-client.js';

describe('the repository of a project that is open', function () {
  this.timeout(150_000);
  let folder: TemporaryFolder;
  let storage: TemporaryFolder;
  let client: LanguageClient;

  beforeEach(async () => {
    folder = await TemporaryFolder.create();
    storage = await TemporaryFolder.create();
  });
  afterEach(async () => {
    await client.stop();
    await folder.remove();
    await storage.remove();
  });

  async function open(): Promise<void> {
    client = await LanguageClient.open(folder, storage);
    await client.until('the first result', () => client.snapshot?.result);
  }

  async function createBaseline(): Promise<void> {
    await client.request(messages.CreateBaselineRequest, { project: client.project });
    await client.until('the baseline', () => client.snapshot?.presence === 'uncommitted');
  }

  const untilCommitted = () =>
    client.until('the commit', () => client.snapshot?.presence === 'committed');

  it('is found when it is made', async () => {
    await folder.writeAll(DEMO_FILES);
    await open();
    await createBaseline();
    await createRepository(folder.path);
    await untilCommitted();
    await git(folder.path, 'rm', '--quiet', '--cached', 'mypy-baseline.jsonl');
    await git(folder.path, 'commit', '--quiet', '--message', 'without');
    await client.until('the next', () => client.snapshot?.presence === 'uncommitted');
  });

  it('is followed to its first commit', async () => {
    await folder.writeAll(DEMO_FILES);
    await git(folder.path, 'init', '--quiet');
    await open();
    await createBaseline();
    await commitAll(folder.path, 'first');
    await untilCommitted();
  });

  it('is measured from the branch that our configuration names now', async () => {
    await createDemoProject(folder);
    await open();
    await createBaseline();
    await commitAll(folder.path, 'baseline');
    await untilCommitted();
    await folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.from, BREAKING_EDIT.to);
    await client.until('a new error', () => client.snapshot?.result?.totals.new === 1);
    await folder.write('mypy-ratchet.toml', 'base = "elsewhere"\n');
    await client.until('the other branch', () =>
      client.log.some((line) => line.includes('there is no elsewhere')),
    );
  });
});
