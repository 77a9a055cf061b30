import assert from 'node:assert/strict';
import { commitAll } from '../support/git/repository.js';
import { ActionJob } from '../support/github/action-job.js';
import { pullRequestEvent, type Workflow } from '../support/github/action-run.js';
import { OWN_LOGIN } from '../support/github/fake-github.js';
import { createDemoBaseline } from '../support/project/demo-baseline.js';
import { DEMO_FILES } from '../support/project/demo-project.js';

const MARKER = '<!-- mypy-ratchet: mypy-baseline.jsonl -->';

describe("the action's comment on a pull request", () => {
  let job: ActionJob;

  beforeEach(async () => {
    job = await ActionJob.create();
  });
  afterEach(() => job.remove());

  const run = (inputs: Workflow['inputs'] = {}, event = pullRequestEvent()) =>
    job.run({ inputs, event, env: { GITHUB_BASE_REF: 'main' } });

  it('is written once and replaced later', async () => {
    await run();
    assert.equal(job.github.comments.length, 1);
    assert.ok(
      job.github.comments[0]?.body.startsWith(`${MARKER}\n## The type debt did not grow\n`),
    );
    await job.break();
    assert.equal((await run()).status, 1);
    assert.equal(job.github.comments.length, 1);
    assert.ok(job.github.comments[0]?.body.startsWith(`${MARKER}\n## The type debt grew\n`));
    assert.deepEqual(
      job.github.writes.map((line) => line.split(' ')[0]),
      ['POST', 'PATCH'],
    );
  });

  it('is found on the third page, and the surplus ones of ours go', async () => {
    for (let index = 0; index < 250; index++) job.github.addComment('ada', `comment ${index}`);
    const own = job.github.addComment(OWN_LOGIN, `${MARKER}\nold`);
    job.github.addComment(OWN_LOGIN, `${MARKER}\nold as well`);
    await run();
    assert.equal(job.github.comments.length, 251);
    assert.match(own.body, /The type debt did not grow/);
    assert.equal(job.github.requests.filter((line) => line.startsWith('GET ')).length, 3);
  });

  it("never touches another's, nor one of ours about something else", async () => {
    const others = [
      job.github.addComment('ada', `${MARKER}\nquoted`),
      job.github.addComment(OWN_LOGIN, `Look:\n${MARKER}`),
      job.github.addComment(OWN_LOGIN, '<!-- mypy-ratchet: other/mypy-baseline.jsonl -->\nanother'),
    ];
    const before = others.map(({ body }) => body);
    await run();
    assert.equal(job.github.comments.length, 4);
    assert.deepEqual(
      others.map(({ body }) => body),
      before,
    );
  });

  it('is one for each project of a repository, also where mypy could not look', async () => {
    const inside = Object.entries(DEMO_FILES).map(([path, text]) => [`back end/${path}`, text]);
    await job.workspace.writeAll(Object.fromEntries(inside));
    createDemoBaseline(job.workspace, 'back end');
    await commitAll(job.workspace.path, 'a second project');
    await run({ project: '.' });
    await run({ project: 'back end' });
    await job.workspace.edit('back end/models.py', 'class User:', 'class User(:');
    assert.equal((await run({ project: 'back end' })).status, 2);
    const first = job.github.comments.map(({ body }) => body.split('\n')[0]);
    assert.deepEqual(first, [MARKER, '<!-- mypy-ratchet: back%20end/mypy-baseline.jsonl -->']);
    assert.match(job.github.comments[1]?.body ?? '', /is not known/);
  });

  it('is missed with a warning where the token may only read, by the gate alone decided', async () => {
    const text = JSON.stringify({ message: 'Resource not accessible by integration' });
    job.github.refusal = { status: 403, text };
    const fork = await run({}, pullRequestEvent('stranger/shop'));
    assert.equal(fork.status, 0);
    assert.match(
      fork.log,
      /^::warning .*from a fork may only read.*not accessible by integration/m,
    );
    assert.match(fork.summary, /The type debt did not grow/);
    const own = await run();
    assert.equal(own.status, 0);
    assert.match(own.log, /^::warning .*pull-requests: write/m);
    await job.break();
    assert.equal((await run({}, pullRequestEvent('stranger/shop'))).status, 1);
  });

  it('is missed with a warning when GitHub is broken, away or refuses the token', async () => {
    job.github.refusal = { status: 500, text: '<html>oops</html>' };
    const broken = await run();
    assert.equal(broken.status, 0);
    assert.match(broken.log, /^::warning .*No comment was written\. GitHub answered 500$/m);
    const refused = await run({ token: 'wrong' });
    assert.equal(refused.status, 0);
    assert.match(refused.log, /^::warning .*GitHub answered 401: Bad credentials$/m);
    await job.github.stop();
    const away = await run();
    assert.equal(away.status, 0);
    assert.match(away.log, /^::warning .*ECONNREFUSED/m);
  });

  it('is not written where nobody wants it or there is no pull request', async () => {
    await run({ comment: 'false' });
    await run({}, { ref: 'refs/heads/topic' });
    assert.deepEqual(job.github.requests, []);
  });
});
