import assert from 'node:assert/strict';
import { CompareWithRequest } from '../../src/protocol/branch-messages.js';
import * as messages from '../../src/protocol/messages.js';
import { ReportRequest } from '../../src/protocol/report-messages.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { GERMAN_OPTIONS } from '../support/language/german.js';
import { createDemoProject, DEMO_ERRORS } from '../support/project/demo-project.js';
import { LanguageClient } from '../support/server/language-client.js';

describe('the language server of an editor that speaks German', function () {
  this.timeout(240_000);
  let folder: TemporaryFolder;
  let storage: TemporaryFolder;
  let client: LanguageClient;

  before(async () => {
    folder = await TemporaryFolder.create();
    storage = await TemporaryFolder.create();
    await createDemoProject(folder);
    client = await LanguageClient.open(folder, storage, { language: GERMAN_OPTIONS });
  });
  after(async () => {
    await client.stop();
    await folder.remove();
    await storage.remove();
  });

  it('says in German what came of a command, and why an error is baseline', async () => {
    const { project } = client;
    const created = await client.request(messages.CreateBaselineRequest, { project });
    assert.equal(
      created.message,
      `mypy-baseline.jsonl: ${DEMO_ERRORS} Fehler aufgenommen, insgesamt ${DEMO_ERRORS} Fehler.`,
    );
    const known = await client.until('baseline diagnostics', () =>
      client.of('models.py').find(({ source }) => source === 'mypy-baseline'),
    );
    assert.match(
      (await client.hover('models.py', known.range)) ?? '',
      /^`[\w-]+` ist \*\*Baseline\*\*/,
    );
    const actions = await client.codeActions('models.py', known);
    assert.ok(
      actions.some(({ title }) => /^".*" hinzufügen$/.test(title)),
      JSON.stringify(actions),
    );
  });

  it('compares, refuses and reports in German', async () => {
    const { project } = client;
    const compared = await client.request(CompareWithRequest, { project, revision: 'gone' });
    assert.equal(
      compared.message,
      'Nichts zum Vergleichen: hier gibt es weder gone noch origin/gone',
    );
    const panel = await client.request(ReportRequest, { project, format: 'panel' });
    assert.ok(panel.kind === 'text' && panel.text.includes('<html lang="de">'));
    assert.match(panel.text, /Fehler nach Kategorie\./);
  });

  it('writes files in English all the same, and speaks it with assistants', async () => {
    const { project } = client;
    for (const format of ['html', 'markdown'] as const) {
      const file = await client.request(ReportRequest, { project, format });
      assert.ok(file.kind === 'text' && /The type debt/.test(file.text), format);
    }
    const answer = await client.request(messages.AgentRequest, { tool: 'check_now', input: {} });
    assert.match(answer.text, /^mypy finds 4 errors/);
    const accept = { project, ids: ['gone'], forAssistant: true };
    const { message } = await client.request(messages.AcceptErrorsRequest, accept);
    assert.equal(message, 'These errors are not new any more.');
  });
});
