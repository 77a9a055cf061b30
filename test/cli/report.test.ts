import assert from 'node:assert/strict';
import { CliProject } from '../support/cli/cli-project.js';
import { BREAKING_EDIT, DEMO_ERRORS, DEMO_FILES } from '../support/project/demo-project.js';

describe('report', () => {
  let project: CliProject;

  beforeEach(async () => {
    project = await CliProject.create(DEMO_FILES);
    await project.commitBaseline();
    await project.folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.from, BREAKING_EDIT.to);
  });
  afterEach(() => project.remove());

  it('writes a page to standard output, and ends with 0 although there is a new error', async () => {
    const { status, stdout, stderr } = await project.check(['report']);
    assert.equal(status, 0, stderr);
    assert.equal(stderr, '');
    assert.match(stdout, /^<!doctype html>/i);
    assert.match(stdout, /<\/html>\s*$/);
    assert.match(stdout, /Unsupported (operand|left operand) types? for \+/);
  });

  it('writes the formats that are asked for into their files, over older ones', async () => {
    await project.folder.write('debt.md', 'an older report');
    const formats = ['--format', 'html:out/debt.html', '--format', 'markdown:debt.md'];
    const { status, stdout, stderr } = await project.check([
      'report',
      ...formats,
      '--format',
      'json',
    ]);
    assert.equal(status, 0, stderr);
    assert.match(await project.folder.read('out/debt.html'), /^<!doctype html>/i);
    assert.doesNotMatch(await project.folder.read('debt.md'), /an older report/);
    assert.ok(stdout.includes('"new"'));
    JSON.parse(stdout);
  });

  it('says in every format what a lead asks, and a gate does not', async () => {
    await project.folder.write('mypy-ratchet.toml', '[plan]\ntarget = 1\npace = "1-2"\n');
    await project.folder.write('.github/CODEOWNERS', '* @lead\n');
    const formats = [
      'html:debt.html',
      'markdown:debt.md',
      'csv:debt.csv',
      'json:debt.json',
      'svg:debt.svg',
    ];
    const options = formats.flatMap((format) => ['--format', format]);
    const { status, stderr } = await project.check(['report', ...options]);
    assert.equal(status, 0, stderr);
    const html = await project.folder.read('debt.html');
    assert.match(html, /<path class="planned".*<h2 id="plan">Plan<.*@lead/s);
    assert.match(await project.folder.read('debt.md'), /### Plan\n\n- Behind the plan: /);
    assert.match(await project.folder.read('debt.csv'), /^category,priority,code,path,errors,/);
    assert.match(await project.folder.read('debt.svg'), /^<svg .*<path class="planned"/s);
    assert.match(await project.folder.read('debt.json'), /"outlook": \{\n {4}"missingPast": null,/);
    const gate = await project.check(['check', '--format', 'json']);
    assert.match(gate.stdout, /"outlook": null/);
  });

  it('changes no baseline, whatever the configuration says', async () => {
    await project.folder.edit('models.py', 'return user.name', 'return 1');
    const before = await project.git('diff');
    assert.equal((await project.check(['report', '--stale', 'shrink'])).status, 0);
    assert.equal(await project.git('diff'), before);
    assert.equal((await project.entries()).length, DEMO_ERRORS);
  });

  it('writes nothing where mypy could not look, or the format is none', async () => {
    await project.folder.edit('models.py', 'class User:', 'class User(:');
    const blocked = await project.check(['report', '--format', 'html:debt.html']);
    assert.equal(blocked.status, 2);
    assert.equal(blocked.stdout, '');
    await assert.rejects(project.folder.read('debt.html'));
    const unknown = await project.check(['report', '--format', 'pdf']);
    assert.equal(unknown.status, 2);
    assert.match(unknown.stderr, /^"pdf" is no format\. Formats: text, json/);
  });
});
