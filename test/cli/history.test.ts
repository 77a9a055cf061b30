import assert from 'node:assert/strict';
import { isRecord } from '../../src/core/json/is-record.js';
import { CliProject } from '../support/cli/cli-project.js';
import { git } from '../support/git/repository.js';

const HEADER =
  '{"format":"mypy-ratchet-baseline","version":1,"mypy":"2.4.1","python":"3.11","platform":"linux","config":"","targets":[]}\n';

/** A baseline with one error in each of some files. */
function baselineOf(names: string): string {
  return `${HEADER}${[...names].map((name) => `["${name}.py","misc","","wrong","x"]\n`).join('')}`;
}

describe('history', () => {
  let project: CliProject;

  beforeEach(async () => {
    project = await CliProject.create({ 'mypy.ini': '[mypy]\n', 'a.py': '' });
  });
  afterEach(() => project.remove());

  it('says that the baseline is in no commit yet', async () => {
    await project.folder.write('mypy-baseline.jsonl', baselineOf('a'));
    const { status, stderr } = await project.run(['history']);
    assert.equal(status, 2);
    assert.equal(stderr, 'The baseline is in no commit yet.\n');
  });

  it('fails outside a repository', async () => {
    await git(project.folder.path, 'init', '--quiet', '--bare', 'no-work-tree.git');
    const { status, stderr } = await project.run(['history'], { cwd: '/' });
    assert.equal(status, 2);
    assert.match(stderr, /^The history could not be read: /);
  });

  it('tells the size after each commit, with its author, oldest first', async () => {
    await commit('2026-01-05T12:00:00Z', 'abc', 'first');
    await commit('2026-02-05T12:00:00Z', 'ab', 'fix\tc');
    await commit('2026-03-05T12:00:00Z', 'abxyz', 'accept');
    const { status, stdout, stderr } = await project.run(['history']);
    assert.equal(status, 0, stderr);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(/\b[0-9a-f]{10}\b/, 'HASH'));
    assert.deepEqual(rows, [
      '2026-01-05       3  +3 −0        HASH Test: first',
      '2026-02-05       2  +0 −1        HASH Test: fix c',
      '2026-03-05       5  +3 −0        HASH Test: accept',
    ]);
  });

  it('counts what came through a merge once', async () => {
    await commit('2026-01-05T12:00:00Z', 'abcd', 'first');
    await project.git('switch', '--quiet', '--create', 'topic');
    await commit('2026-01-06T12:00:00Z', 'bcd', 'topic fixes a');
    await project.git('switch', '--quiet', 'main');
    await commit('2026-01-07T12:00:00Z', 'abc', 'main fixes d');
    await project.git('merge', '--quiet', '--no-edit', '--no-ff', '-X', 'ours', 'topic');
    await project.folder.write('mypy-baseline.jsonl', baselineOf('bc'));
    await project.git('commit', '--quiet', '--all', '--amend', '--no-edit');
    const totals = (await points()).map(({ total }) => total);
    assert.equal(totals[0], 4);
    assert.equal(totals.at(-1), 2, JSON.stringify(await points()));
  });

  it('is written as CSV, with a column a category', async () => {
    await commit('2026-01-05T12:00:00Z', 'abc', '=first, "quoted"');
    const { status, stdout, stderr } = await project.run(['history', '--format', 'csv']);
    assert.equal(status, 0, stderr);
    assert.equal(
      stdout.replace(/\b[0-9a-f]{40}\b/, 'HASH'),
      'commit,at,authored_at,total,added,removed,other,author,subject\r\n' +
        `HASH,2026-01-05T12:00:00.000Z,2026-01-05T12:00:00.000Z,3,3,0,3,Test,"'=first, ""quoted"""\r\n`,
    );
  });

  it('gives the errors of each code in JSON', async () => {
    await commit('2026-01-05T12:00:00Z', 'abc', 'first');
    const [point] = await points();
    assert.deepEqual(point?.['codes'], [{ category: 'other', code: 'misc', count: 3 }]);
  });

  it('shows what came since a date, with the sizes of the whole', async () => {
    await commit('2026-01-05T12:00:00Z', 'abc', 'first');
    await commit('2026-03-05T12:00:00Z', 'ab', 'second');
    const found = await points('--since', '2026-02-01');
    assert.deepEqual(
      found.map(({ at, total, added, removed, author, subject }) => [
        at,
        total,
        added,
        removed,
        author,
        subject,
      ]),
      [['2026-03-05T12:00:00.000Z', 2, 0, 1, 'Test', 'second']],
    );
  });

  async function commit(date: string, names: string, subject: string): Promise<void> {
    await project.folder.write('mypy-baseline.jsonl', baselineOf(names));
    await project.git('add', '--all');
    process.env['GIT_COMMITTER_DATE'] = date;
    try {
      await project.git('commit', '--quiet', '--date', date, '--message', subject);
    } finally {
      delete process.env['GIT_COMMITTER_DATE'];
    }
  }

  async function points(...args: readonly string[]) {
    const { status, stdout, stderr } = await project.run(['history', '--json', ...args]);
    assert.equal(status, 0, stderr);
    const value: unknown = JSON.parse(stdout);
    assert.ok(Array.isArray(value));
    return value.filter(isRecord);
  }
});
