import assert from 'node:assert/strict';
import { isRecord } from '../../src/core/json/is-record.js';
import { HEADER } from '../support/baseline/baseline-text.js';
import { CliProject } from '../support/cli/cli-project.js';

const DAY_MS = 86_400_000;

/** A baseline with so many errors. */
const baselineOf = (size: number): string =>
  HEADER +
  Array.from({ length: size }, (_, at) => `["f${at}.py","no-untyped-def","","wrong","x"]\n`).join(
    '',
  );

const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();

describe('plan', () => {
  let project: CliProject;

  beforeEach(async () => {
    project = await CliProject.create({ 'mypy.ini': '[mypy]\n', 'a.py': '' });
  });
  afterEach(() => project.remove());

  async function commit(days: number, size: number): Promise<void> {
    await project.folder.write('mypy-baseline.jsonl', baselineOf(size));
    await project.git('add', '--all');
    process.env['GIT_COMMITTER_DATE'] = daysAgo(days);
    try {
      await project.git('commit', '--quiet', '--message', `${size}`);
    } finally {
      delete process.env['GIT_COMMITTER_DATE'];
    }
  }

  async function writePlan(...lines: readonly string[]): Promise<void> {
    await project.folder.write('mypy-ratchet.toml', ['[plan]', ...lines, ''].join('\n'));
  }

  it('says how to write one where there is none', async () => {
    const { status, stderr } = await project.run(['plan']);
    assert.equal(status, 2);
    assert.equal(stderr, 'There is no plan: "mypy-ratchet plan --help" shows how to write one.\n');
  });

  it('names the key that it does not understand', async () => {
    await writePlan('target = 5', 'pace = "fast"');
    const { status, stderr } = await project.run(['plan']);
    assert.equal(status, 2);
    assert.match(stderr, /"plan\.pace" is neither a number of errors nor such as "50-100"/);
  });

  it('measures the sprint that runs, by what git says, and foretells', async () => {
    for (const [days, size] of [
      [66, 400],
      [52, 370],
      [38, 350],
      [24, 320],
      [10, 300],
    ] as const) {
      await commit(days, size);
    }
    await project.folder.write('mypy-baseline.jsonl', baselineOf(290));
    await writePlan(`start = ${daysAgo(65).slice(0, 10)}`, 'target = 100', 'pace = "20-30"');
    const { status, stdout, stderr } = await project.run(['plan']);
    assert.equal(status, 0, stderr);
    const [state, sprint, forecast, next] = stdout.split('\n');
    assert.equal(state, 'Ahead of the plan: 290 errors, 18 fewer than planned for today.');
    assert.match(sprint ?? '', /^Sprint 5, .*: 10 of 20–30 cleared\.$/);
    assert.match(forecast ?? '', /^If it goes on as in the last 4 sprints, about \d+ a sprint: /);
    assert.equal(next, 'Next: Missing type annotations, 290 errors.');
    const { stdout: json } = await project.run(['plan', '--format', 'json']);
    const read: unknown = JSON.parse(json);
    assert.ok(isRecord(read));
    assert.deepEqual([read['state'], read['target'], read['date']], ['ahead', 100, null]);
  });

  it('does without git, and says so', async () => {
    await project.folder.write('mypy-baseline.jsonl', baselineOf(3));
    await writePlan('target = 1', 'pace = 1');
    const { status, stdout, stderr } = await project.run(['plan']);
    assert.equal(status, 0);
    assert.match(stderr, /in no commit yet/);
    assert.match(stdout, /Too few changes yet for a forecast/);
  });

  it('asks for a baseline', async () => {
    await writePlan('target = 1', 'pace = 1');
    const { status, stderr } = await project.run(['plan']);
    assert.equal(status, 2);
    assert.equal(stderr, 'There is no baseline yet: "mypy-ratchet init" writes it.\n');
    await project.folder.write('mypy-baseline.jsonl', '{');
    assert.match((await project.run(['plan'])).stderr, /could not be used: it is malformed/);
  });
});
