import assert from 'node:assert/strict';
import { CliProject } from '../../support/cli/cli-project.js';
import { assertStatus } from '../../support/cli/run-cli.js';
import { BREAKING_EDIT, DEMO_ERRORS } from '../../support/project/demo-project.js';
import { at, listAt } from '../../support/report/json-value.js';

const ESCAPE = '\u001B';

/** Whether something is coloured, or drawn over itself. */
const isPlain = (text: string): boolean => !text.includes(ESCAPE) && !text.includes('\r');

describe('the gate and its outputs', () => {
  let project: CliProject;

  before(async () => {
    project = await CliProject.demo();
    await project.folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.from, BREAKING_EDIT.to);
  });
  after(() => project.remove());

  it('are written all at once, and only the one without a file to standard output', async () => {
    const formats = ['json', 'sarif:out/new.sarif', 'html:out/debt.html', 'text:debt.txt'];
    const run = await project.check([
      'check',
      ...formats.flatMap((format) => ['--format', format]),
    ]);
    assertStatus(run, 1);
    assert.equal(run.stderr, '');
    const json: unknown = JSON.parse(run.stdout);
    assert.equal(at(json, 'format'), 'mypy-ratchet-report');
    assert.equal(at(json, 'verdict', 'kind'), 'regressions');
    assert.equal(listAt(json, 'errors').length, DEMO_ERRORS + 1);
    const sarif: unknown = JSON.parse(await project.folder.read('out/new.sarif'));
    assert.equal(at(sarif, 'version'), '2.1.0');
    assert.match(
      await project.folder.read('out/debt.html'),
      /^<!doctype html>[\s\S]*<\/html>\s*$/i,
    );
    assert.match(await project.folder.read('debt.txt'), /^✗ 1 new error$/m);
  });

  it('hold in SARIF all errors, or the new ones', async () => {
    const resultsOf = async (...args: readonly string[]) => {
      const run = await project.check(['check', '--format', 'sarif', ...args]);
      assertStatus(run, 1);
      return listAt(JSON.parse(run.stdout), 'runs', 0, 'results');
    };
    assert.equal((await resultsOf()).length, DEMO_ERRORS + 1);
    assert.equal((await resultsOf('--sarif-results', 'all')).length, DEMO_ERRORS + 1);
    const [added, ...others] = await resultsOf('--sarif-results', 'new');
    assert.equal(at(added, 'baselineState'), 'new');
    assert.deepEqual(others, []);
    const run = await project.check(['check', '--format', 'sarif', '--sarif-results', 'none']);
    assertStatus(run, 2);
    assert.equal(run.stdout, '');
  });

  it('may all go into files: then standard output is empty', async () => {
    const names = ['text', 'json', 'github', 'markdown', 'sarif', 'gitlab', 'junit', 'html'];
    const run = await project.check([
      'check',
      ...names.flatMap((name) => ['-f', `${name}:all/${name}`]),
    ]);
    assertStatus(run, 1);
    assert.equal(run.stdout, '');
    for (const name of names) {
      const text = await project.folder.read(`all/${name}`);
      assert.match(text, /services\.py/, name);
      assert.match(text, /operator/, name);
      assert.ok(isPlain(text), name);
    }
  });

  it('are replaced when they are there already', async () => {
    await project.folder.write('debt.txt', 'old\n'.repeat(1000));
    assertStatus(await project.check(['check', '--format', 'text:debt.txt']), 1);
    assert.doesNotMatch(await project.folder.read('debt.txt'), /old/);
  });

  it('are written by no one when a format is not known', async () => {
    for (const word of ['yaml', 'json:', ':out.json', 'constructor']) {
      const run = await project.check(['check', '--format', word]);
      assertStatus(run, 2);
      assert.ok(run.stderr.startsWith(`"${word}" is no format. Formats: text, json, `), run.stderr);
      assert.equal(run.stdout, '');
    }
  });

  it('that cannot be written are no pass', async () => {
    await project.folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.to, BREAKING_EDIT.from);
    const run = await project.check(['check', '--format', 'json:mypy.ini/out.json']);
    await project.folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.from, BREAKING_EDIT.to);
    assertStatus(run, 2);
    assert.match(run.stderr, /^json:mypy\.ini\/out\.json could not be written: E\w+/);
    assert.doesNotMatch(run.stderr, /^ {4}at /m, 'no stack trace');
  });

  it('are coloured on a terminal or when forced, and never against NO_COLOR or in a file', async () => {
    const check = (env: Readonly<Record<string, string>>) =>
      project.check(['check', '--format', 'text', '--format', 'text:debt.txt'], { env });
    const plain = await check({});
    const forced = await check({ FORCE_COLOR: '1' });
    const both = await check({ FORCE_COLOR: '1', NO_COLOR: '1' });
    assert.ok(isPlain(plain.stdout));
    assert.ok(forced.stdout.includes(`${ESCAPE}[31m✗ 1 new error${ESCAPE}[39m\n`));
    assert.ok(isPlain(both.stdout));
    assert.equal(both.stdout, plain.stdout);
    assert.ok(isPlain(await project.folder.read('debt.txt')));
  });

  it('draw no progress where there is no terminal', async () => {
    const { stderr } = await project.check(['check']);
    assert.equal(stderr, '');
  });

  it('say on stderr what is run, when asked', async () => {
    const run = await project.check(['check', '--verbose', '--format', 'json']);
    assert.match(run.stderr, /mypy 2\.4\.1 \(compiled\), Python 3\.\d+/);
    assert.equal(at(JSON.parse(run.stdout), 'verdict', 'kind'), 'regressions');
    assert.ok(isPlain(run.stderr));
  });
});
