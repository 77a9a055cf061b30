import assert from 'node:assert/strict';
import { commitAll, git } from '../support/git/repository.js';
import { ActionJob } from '../support/github/action-job.js';
import { pullRequestEvent, type Workflow } from '../support/github/action-run.js';
import { createDemoBaseline } from '../support/project/demo-baseline.js';
import { DEMO_ERRORS } from '../support/project/demo-project.js';
import { listAt } from '../support/report/json-value.js';

describe('the GitHub Action', () => {
  let job: ActionJob;

  beforeEach(async () => {
    job = await ActionJob.create();
  });
  afterEach(() => job.remove());

  const run = (workflow: Workflow) => job.run(workflow);
  const pullRequest = (inputs: Workflow['inputs'] = {}): Workflow => ({
    inputs,
    event: pullRequestEvent(),
    env: { GITHUB_BASE_REF: 'main' },
  });

  it('passes where nothing is new: outputs, summary, no error', async () => {
    const { status, log, summary, outputs } = await run(pullRequest());
    assert.equal(status, 0, log);
    assert.deepEqual(outputs, { verdict: 'pass', new: '0', total: String(DEMO_ERRORS) });
    assert.match(summary, /^## The type debt did not grow$/m);
    assert.doesNotMatch(log, /^::error/m);
  });

  it('fails for a new error, first in words, then at its line', async () => {
    await job.break();
    const { status, log, summary, outputs } = await run(pullRequest());
    assert.equal(status, 1, log);
    assert.deepEqual(outputs, { verdict: 'regressions', new: '1', total: '5' });
    const errors = log.split('\n').filter((line) => line.startsWith('::error'));
    assert.equal(errors.length, 2, log);
    assert.equal(errors[0], '::error title=Mypy Ratchet::The type debt grew: 1 new error');
    assert.match(errors[1] ?? '', /^::error file=services\.py,line=5,.*title=New mypy error/);
    assert.match(summary, /^## The type debt grew$/m);
  });

  it('fails for fixed errors where that is asked for', async () => {
    await job.workspace.edit('models.py', 'return user.name', 'return len(user.name)');
    assert.equal((await run(pullRequest())).status, 0);
    const { status, outputs, log } = await run(pullRequest({ stale: 'fail' }));
    assert.equal(status, 3);
    assert.equal(outputs['verdict'], 'stale');
    assert.match(
      log,
      /^::error title=Mypy Ratchet::Fixed errors still stand in the baseline: 1 e/m,
    );
  });

  it('takes the rules from its inputs', async () => {
    await job.break();
    const { status, outputs } = await run(pullRequest({ 'max-increase': '1' }));
    assert.equal(status, 0);
    assert.equal(outputs['new'], '1');
    assert.equal((await run(pullRequest({ 'new-errors': 'warn' }))).status, 0);
    assert.equal((await run(pullRequest({ 'max-total': '4', 'new-errors': 'off' }))).status, 1);
  });

  it('fails, and says so everywhere, when mypy could not look', async () => {
    await run(pullRequest());
    assert.match(job.github.comments[0]?.body ?? '', /did not grow/);
    await job.workspace.edit('models.py', 'class User:', 'class User(:');
    const { status, log, summary, outputs } = await run(pullRequest());
    assert.equal(status, 2);
    assert.deepEqual(outputs, { verdict: 'failed' });
    assert.match(
      log,
      /^::error title=Mypy Ratchet::Whether the type debt grew is not known: .*syntax/m,
    );
    assert.equal(job.github.comments.length, 1);
    for (const text of [summary, job.github.comments[0]?.body ?? '']) {
      assert.match(text, /^## Whether the type debt grew is not known$/m);
      assert.match(text, /syntax error in models\.py:1/);
      assert.doesNotMatch(text, /did not grow/);
    }
  });

  it('fails in words for what it does not understand', async () => {
    const understood = { comment: 'perhaps', 'mypy-status': 'one' };
    const { status, log } = await run(pullRequest(understood));
    assert.equal(status, 2);
    assert.match(log, /"comment" is neither true nor false%0A.*"mypy-status" is no exit status/);
    const policy = await run(pullRequest({ growth: 'sometimes' }));
    assert.equal(policy.status, 2);
    assert.match(policy.log, /::error .*"growth" is none of fail, warn, off/);
    const nowhere = await run(pullRequest({ project: 'no/such/folder' }));
    assert.equal(nowhere.status, 2, nowhere.log);
    assert.match(nowhere.log, /^::error title=Mypy Ratchet::.*The folder .* is not there\./m);
    const python = await run(pullRequest({ python: '/no/such/python' }));
    assert.equal(python.status, 2);
    const [first, second, third] = job.github.comments.map(({ body }) => body);
    assert.match(first ?? '', /^<!-- mypy-ratchet: mypy-baseline\.jsonl -->/);
    assert.match(first ?? '', /\/no\/such\/python/);
    assert.match(second ?? '', /^<!-- mypy-ratchet: no\/such\/folder\/mypy-baseline\.jsonl -->/);
    assert.equal(third, undefined);
  });

  it('writes the reports that are asked for and says where', async () => {
    const { status, outputs } = await run(
      pullRequest({ 'html-report': 'out/debt.html', sarif: 'mypy.sarif' }),
    );
    assert.equal(status, 0);
    assert.equal(outputs['html-report'], job.workspace.at('out/debt.html'));
    assert.equal(outputs['sarif'], job.workspace.at('mypy.sarif'));
    assert.match(await job.workspace.read('out/debt.html'), /^<!doctype html>/i);
    const resultsOf = async () =>
      listAt(JSON.parse(await job.workspace.read('mypy.sarif')), 'runs', 0, 'results');
    assert.deepEqual(await resultsOf(), []);
    await run(pullRequest({ sarif: 'mypy.sarif', 'sarif-results': 'all' }));
    assert.equal((await resultsOf()).length, DEMO_ERRORS);
    const unknown = await run(pullRequest({ sarif: 'mypy.sarif', 'sarif-results': 'some' }));
    assert.equal(unknown.status, 2);
    assert.match(unknown.log, /::error .*"sarif-results" is neither new nor all/);
    const refused = await run(pullRequest({ 'html-report': 'models.py/debt.html' }));
    assert.equal(refused.status, 2);
    assert.deepEqual(refused.outputs, { verdict: 'pass', new: '0', total: String(DEMO_ERRORS) });
    assert.match(refused.log, /^::error .*(?:ENOTDIR|EEXIST)/m);
  });

  it('reads what mypy printed elsewhere', async () => {
    await job.workspace.write('mypy.txt', 'Success: no issues found in 2 source files\n');
    const { status, outputs, log } = await run(
      pullRequest({ 'from-output': 'mypy.txt', 'mypy-status': '0' }),
    );
    assert.equal(status, 0, log);
    assert.equal(outputs['total'], '0');
    const input = await run(pullRequest({ 'from-output': '-' }));
    assert.equal(input.status, 2);
    assert.match(input.log, /an action has no standard input/);
  });

  it('measures a push to the default branch from what the branch was', async () => {
    const before = await git(job.workspace.path, 'rev-parse', 'HEAD');
    await job.break();
    createDemoBaseline(job.workspace);
    await commitAll(job.workspace.path, 'accepts without a reason');
    const push = (hash: string, ref = 'refs/heads/main') => ({
      event: { ref, before: hash, repository: { default_branch: 'main' } },
    });
    const grown = await run(push(before));
    assert.equal(grown.status, 1, grown.log);
    assert.equal(grown.log.match(/^::error/gm)?.length, 1, grown.log);
    assert.match(grown.log, /the baseline grew by 1 entry without a reason since [0-9a-f]{40}/);
    assert.equal((await run(push('0'.repeat(40)))).status, 0);
    assert.equal((await run(push(before, 'refs/heads/other'))).status, 0);
    const unknown = await run(push('a'.repeat(40)));
    assert.equal(unknown.status, 1, 'what cannot be compared with is no pass');
    assert.match(unknown.log, /whether the baseline grew was not checked: there is no a{40}/);
    const queue = await run({ event: { merge_group: { base_sha: before } } });
    assert.equal(queue.status, 1);
    const named = await run({ ...push(before), inputs: { base: 'HEAD' } });
    assert.equal(named.status, 0);
  });

  it('lets the runner obey nothing that stands in the code', async () => {
    const name = '::error::x.py';
    await job.workspace.write(
      'mypy.txt',
      [
        `${name}:1:1: error: ::set-output name=a::b  [assignment]`,
        'Found 1 error in 1 file (checked 3 source files)',
        '',
      ].join('\n'),
    );
    const { status, log } = await run(
      pullRequest({ 'from-output': 'mypy.txt', 'new-errors': 'warn' }),
    );
    assert.equal(status, 0, log);
    const [, token = ''] = /^::stop-commands::(\S+)$/m.exec(log) ?? [];
    const [before = '', rest = ''] = log.split(`::stop-commands::${token}\n`);
    const [report = '', after = ''] = rest.split(`\n::${token}::\n`);
    assert.ok(report.includes(name), log);
    const commands = `${before}${after}`.split('\n').filter((line) => line !== '');
    assert.ok(commands.length > 0, log);
    for (const line of commands) assert.match(line, /^::(?:warning|error|notice) /);
    assert.doesNotMatch(commands.join('\n'), /file=::/);
  });

  it('keeps the token from what mypy loads', async () => {
    await job.workspace.write(
      'plugin.py',
      [
        'import os',
        'from mypy.plugin import Plugin',
        'open("seen.txt", "w").write(repr(sorted(os.environ.values())))',
        'def plugin(version: str) -> type[Plugin]:',
        '    return Plugin',
        '',
      ].join('\n'),
    );
    await job.workspace.write(
      'mypy.ini',
      '[mypy]\nstrict = True\nwarn_unreachable = True\nplugins = plugin.py\nexclude = plugin.py\n',
    );
    await run({ ...pullRequest(), env: { GITHUB_BASE_REF: 'main', ACTIONS_RUNTIME_TOKEN: 'rt' } });
    const seen = await job.workspace.read('seen.txt');
    assert.match(seen, /refs|main/);
    assert.doesNotMatch(seen, /ghs_secret|'rt'/);
  });
});
