import assert from 'node:assert/strict';
import type { BaselineEntry } from '../../../src/core/baseline/baseline.js';
import { ENGLISH, type Language } from '../../../src/core/language/language.js';
import { locateProject } from '../../../src/project/project-location.js';
import { INITIAL_STATE, type ProjectState } from '../../../src/project/project-state.js';
import type { ReportFormat } from '../../../src/protocol/report-messages.js';
import { ReportHost } from '../../../src/server/report-host.js';
import { BaselineMemory } from '../../../src/workspace/baseline-store/baseline-memory.js';
import { baselineText } from '../../support/baseline/baseline-text.js';
import { TemporaryFolder } from '../../support/files/temporary-folder.js';
import { commitAll, createRepository } from '../../support/git/repository.js';
import { stateOf } from '../../support/project/state-of.js';

const ENTRY: BaselineEntry = { path: 'a.py', code: 'misc', scope: '', message: 'wrong', text: 'x' };

describe('the report in the editor', () => {
  let folder: TemporaryFolder;
  let host: ReportHost;

  beforeEach(async () => {
    folder = await TemporaryFolder.create();
    await folder.writeAll({ 'mypy.ini': '[mypy]\n', 'mypy-baseline.jsonl': baselineText([ENTRY]) });
    await createRepository(folder.path);
    host = await hostIn(ENGLISH);
  });
  afterEach(() => folder.remove());

  async function hostIn(language: Language): Promise<ReportHost> {
    return new ReportHost({
      location: await locateProject(folder.path, { configFile: '', baselineFile: '' }),
      baselines: new BaselineMemory(),
      env: {},
      storageFolder: folder.at('storage'),
      language,
    });
  }

  async function pageOf(
    state: ProjectState,
    format: ReportFormat | 'panel' = 'panel',
  ): Promise<string> {
    const wish = { format, revision: '', version: '1', project: 'file:///p' };
    const report = await host.render(state, wish);
    return report.kind === 'text' ? report.text : report.message;
  }

  it('has the plan that stands in the configuration now', async () => {
    const state = stateOf([ENTRY], [ENTRY]);
    assert.doesNotMatch(await pageOf(state), /<h2 id="plan">/);
    await folder.write('mypy-ratchet.toml', '[plan]\ntarget = 1\npace = 1\n');
    assert.match(await pageOf(state), /<h2 id="plan">.*The target is reached: 1 error of 1/s);
  });

  it('links to the editor in the panel, and to nothing in a file', async () => {
    const state = stateOf([ENTRY], [ENTRY]);
    const link = /href="command:mypyRatchet\.openReportedPlace\?%5B%7B%22project%22/;
    assert.match(await pageOf(state), link);
    assert.doesNotMatch(await pageOf(state, 'html'), /command:/);
  });

  it('is the same in every format that can be exported', async () => {
    const state = stateOf([ENTRY], [ENTRY]);
    assert.match(await pageOf(state, 'markdown'), /^<!-- mypy-ratchet/);
    assert.match(await pageOf(state, 'csv'), /^category,/i);
    assert.equal(JSON.parse(await pageOf(state, 'json')).totals.current, 1);
  });

  it('has a plot once there is something over time', async () => {
    const state = stateOf([ENTRY], [ENTRY]);
    assert.match(await pageOf(state, 'svg'), /^There is nothing to plot yet/);
    await folder.write('mypy-baseline.jsonl', baselineText([]));
    await commitAll(folder.path, 'fix');
    assert.match(await pageOf(state, 'svg'), /^<svg xmlns=.*<path class="line" d="M0/s);
  });

  it('says that nothing was checked yet', async () => {
    assert.equal(await pageOf(INITIAL_STATE), 'mypy has not checked the project yet.');
  });
});
