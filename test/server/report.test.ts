import assert from 'node:assert/strict';
import { ReportRequest } from '../../src/protocol/report-messages.js';
import { shrinkingBaselines } from '../support/baseline/shrinking-baselines.js';
import { BASELINE } from '../support/cli/run-cli.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { appendHistory } from '../support/git/import-history.js';
import { createDemoProject } from '../support/project/demo-project.js';
import { LanguageClient } from '../support/server/language-client.js';

const CALENDAR = { startSeconds: 1_750_000_000, secondsApart: 86_400 };

describe('the language server with a long history', () => {
  let folder: TemporaryFolder;
  let storage: TemporaryFolder;
  let client: LanguageClient;

  before(async () => {
    folder = await TemporaryFolder.create();
    storage = await TemporaryFolder.create('storage');
    await createDemoProject(folder);
    const versions = [...shrinkingBaselines({ commits: 60, from: 90, to: 30 })];
    await appendHistory(folder.path, BASELINE, versions, CALENDAR);
    await folder.write(BASELINE, versions.at(-1) ?? '');
    client = await LanguageClient.open(folder, storage);
  });

  after(async () => {
    await client.stop();
    await storage.remove();
    await folder.remove();
  });

  it('shows in the editor how far it is read, and reads it once', async () => {
    const ask = () => client.request(ReportRequest, { project: client.project, format: 'svg' });
    const report = await ask();
    assert.ok(report.kind === 'text' && report.text.includes('From 90 on 15 June 2025 to 30 on'));
    await client.until('the end of the progress', () => client.progress.includes('end'));
    const title = 'Reading the history of the baseline';
    const counts = ['25 of 60 commits', '50 of 60 commits'];
    assert.deepEqual(client.progress, [title, ...counts, 'end']);
    assert.deepEqual(await ask(), report);
    assert.equal(client.progress.length, 4);
  });
});
