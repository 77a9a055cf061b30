import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import fc from 'fast-check';
import type { BaselineEntry } from '../../src/core/baseline/baseline.js';
import { readBaselineHistory } from '../../src/project/baseline-history.js';
import { anyEntries } from '../support/arbitrary/entries.js';
import { baselineText, HEADER } from '../support/baseline/baseline-text.js';
import { shrinkingBaselines } from '../support/baseline/shrinking-baselines.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import {
  countEveryBlob,
  countPoint,
  countText,
  pointsOf,
} from '../support/git/baseline-commits.js';
import { importHistory } from '../support/git/import-history.js';
import { commitAll, createRepository, git } from '../support/git/repository.js';

const NAME = 'mypy-baseline.jsonl';

const entry = (path: string, code = 'misc'): BaselineEntry => ({
  path,
  code,
  scope: '',
  message: `wrong in ${path}`,
  text: 'x',
});

/** A baseline with one error in each of some files. */
const baselineOf = (names: string): string =>
  baselineText([...names].map((name) => entry(`${name}.py`)));

describe('the history of a baseline', () => {
  let folder: TemporaryFolder;
  let storage: TemporaryFolder;
  beforeEach(async () => {
    folder = await TemporaryFolder.create('répo #1 [x]');
    storage = await TemporaryFolder.create();
  });
  afterEach(() => Promise.all([folder.remove(), storage.remove()]));

  /** With how many commits had to be counted. */
  async function read(path = NAME, version = '1') {
    let counted = 0;
    const history = await readBaselineHistory(path.startsWith('/') ? path : folder.at(path), {
      storageFolder: storage.path,
      version,
      onProgress: (done) => {
        counted = done;
      },
    });
    return { history, counted };
  }

  async function commit(content: string, path = NAME): Promise<void> {
    await folder.write(path, content);
    await commitAll(folder.path, 'change');
  }

  async function totals(path = NAME): Promise<readonly (number | undefined)[]> {
    return pointsOf((await read(path)).history).map(({ size }) => size?.total);
  }

  it('is that of every blob, counted by itself, whatever the commits hold', async () => {
    await createRepository(folder.path);
    await fc.assert(
      fc.asyncProperty(fc.array(anyEntries, { minLength: 1, maxLength: 6 }), async (versions) => {
        for (const entries of versions) await commit(baselineText(entries));
        const points = pointsOf((await read()).history);
        const expected = await countEveryBlob(folder.path, NAME);
        assert.deepEqual(
          points.map((point) => ({ commit: point.commit, counts: countPoint(point) })),
          expected,
        );
      }),
      { numRuns: 8 },
    );
  });

  it('is that of every blob for 250 commits, which several processes read', async () => {
    const versions = [...shrinkingBaselines({ commits: 250, from: 400, to: 20 })];
    await importHistory(folder.path, NAME, versions);
    const { history, counted } = await read();
    assert.equal(counted, 250);
    assert.deepEqual(pointsOf(history).map(countPoint), versions.map(countText));
  });

  it('is that of every blob for files that no tool would write', async () => {
    await createRepository(folder.path);
    const full = baselineOf('abcd');
    await folder.write('.gitattributes', '*.jsonl -diff -text merge=union\n');
    for (const content of [
      full,
      full.replaceAll('\n', '\r\n'),
      full.trimEnd(),
      `${HEADER}${full}\n\n`,
      `<<<<<<< ours\n${full}=======\n${full}>>>>>>> theirs\n`,
      `${full}-- no entry\n@@ -1 +1 @@\n++ b/x\n`,
      baselineOf('ab').split('\n').toReversed().join('\n'),
      '',
      HEADER,
      full,
    ]) {
      await commit(content);
    }
    const points = pointsOf((await read()).history);
    const found = points.map(countPoint);
    const expected = (await countEveryBlob(folder.path, NAME)).map(({ counts }) => counts);
    // A baseline without its header is none, and has entries nevertheless.
    assert.deepEqual(
      found.map((counts, at) => (expected[at] === null && counts !== null ? null : counts)),
      expected,
    );
    assert.deepEqual(
      points.map(({ damagedLines }) => damagedLines),
      [0, 0, 0, 0, 3, 3, 0, 0, 0, 0],
    );
  });

  it('counts what came through a merge once, at the merge', async () => {
    await folder.write(NAME, baselineOf('abcd'));
    await createRepository(folder.path);
    await git(folder.path, 'switch', '--quiet', '--create', 'topic');
    await commit(baselineOf('bcd'));
    await git(folder.path, 'switch', '--quiet', 'main');
    await commit('1', 'other.txt');
    await git(folder.path, 'merge', '--quiet', '--no-ff', '--message', 'merge', 'topic');
    const points = pointsOf((await read()).history);
    assert.deepEqual(
      points.map(({ subject, added, removed, size }) => [subject, added, removed, size?.total]),
      [
        ['first', 4, 0, 4],
        ['merge', 0, 1, 3],
      ],
    );
  });

  it('follows the file through renames, also through one that edits it', async () => {
    await folder.write(NAME, baselineOf('abcdefgh'));
    await createRepository(folder.path);
    await git(folder.path, 'mv', NAME, 'debt.jsonl');
    await commitAll(folder.path, 'renamed');
    await folder.write('sub/x.txt', '');
    await git(folder.path, 'mv', 'debt.jsonl', 'sub/debt.jsonl');
    await commit(baselineOf('abcdefg'), 'sub/debt.jsonl');
    await commit(baselineOf('abc'), NAME);
    const points = pointsOf((await read('sub/debt.jsonl')).history);
    assert.deepEqual(
      points.map(({ added, removed, size }) => [added, removed, size?.total]),
      [
        [8, 0, 8],
        [0, 0, 8],
        [0, 1, 7],
      ],
    );
    // The file that has the old name now is another one.
    assert.deepEqual(await totals(), [8, undefined, 3]);
  });

  it('counts only what it never counted, and nothing twice', async () => {
    await folder.write(NAME, baselineOf('ab'));
    await createRepository(folder.path);
    assert.equal((await read()).counted, 1);
    const cold = await read();
    assert.equal(cold.counted, 0);
    await commit(baselineOf('abc'));
    const warm = await read();
    assert.equal(warm.counted, 1);
    assert.deepEqual(
      pointsOf(warm.history).map(({ size }) => size?.total),
      [2, 3],
    );
    assert.deepEqual(pointsOf(warm.history).slice(0, 1), pointsOf(cold.history));
  });

  it('counts again what a damaged memory or one of another version holds', async () => {
    await folder.write(NAME, baselineOf('ab'));
    await createRepository(folder.path);
    await read();
    assert.equal((await read(NAME, '2')).counted, 1);
    const [name = ''] = await readdir(storage.path);
    for (const damage of [
      '',
      '{',
      '[]',
      '{"version":"2","kinds":[],"changes":[["a..b",[7,1],[]]]}',
    ]) {
      await storage.write(`${name}/history.json`, damage);
      const again = await read(NAME, '2');
      assert.equal(again.counted, 1, damage);
      assert.equal(pointsOf(again.history)[0]?.size?.total, 2, damage);
    }
  });

  it('does without a place to keep what it counted', async () => {
    await folder.write(NAME, baselineOf('ab'));
    await createRepository(folder.path);
    const history = await readBaselineHistory(folder.at(NAME), {
      storageFolder: folder.at(NAME),
      version: '1',
    });
    assert.equal(pointsOf(history).length, 1);
  });

  it('says that a shallow clone lacks what was before', async () => {
    await folder.write(NAME, baselineOf('abc'));
    await createRepository(folder.path);
    await commit(baselineOf('ab'));
    await commit(baselineOf('a'));
    const clone = folder.at('clone');
    const url = `file://${encodeURI(folder.path).replaceAll('#', '%23')}`;
    await git(folder.path, 'clone', '--quiet', '--depth=2', url, clone);
    const { history } = await read(`${clone}/${NAME}`);
    assert.ok(history.kind === 'read');
    assert.equal(history.missingPast, 'shallow');
    assert.deepEqual(
      history.points.map(({ size }) => size?.total),
      [2, 1],
    );
  });

  it('is read in a worktree and in a submodule', async () => {
    await folder.write(`sub/${NAME}`, baselineOf('abc'));
    await createRepository(folder.path);
    await git(folder.path, 'worktree', 'add', '--quiet', 'tree', '-b', 'tree');
    assert.deepEqual(await totals(`tree/sub/${NAME}`), [3]);
    const outer = await TemporaryFolder.create();
    try {
      await createRepository(outer.path);
      const add = ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add'];
      await git(outer.path, ...add, folder.path, 'inner');
      assert.deepEqual(await totals(outer.at(`inner/sub/${NAME}`)), [3]);
    } finally {
      await outer.remove();
    }
  });

  it('says that there is no repository, no commit, no git', async () => {
    await folder.write(NAME, baselineOf('a'));
    const why = async () => {
      const { history } = await read();
      return history.kind === 'none' ? history.why : history.kind;
    };
    assert.equal(await why(), 'no-repository');
    await git(folder.path, 'init', '--quiet');
    assert.equal(await why(), 'not-committed');
    await git(folder.path, 'commit', '--quiet', '--allow-empty', '--message', 'empty');
    assert.equal(await why(), 'not-committed');
    const path = process.env['PATH'];
    process.env['PATH'] = folder.path;
    try {
      assert.equal(await why(), 'no-git');
    } finally {
      process.env['PATH'] = path;
    }
  });

  it('ends early when it is told to', async () => {
    await folder.write(NAME, baselineOf('a'));
    await createRepository(folder.path);
    const history = await readBaselineHistory(folder.at(NAME), {
      storageFolder: storage.path,
      version: '1',
      signal: AbortSignal.abort(),
    });
    assert.equal(history.kind, 'failed');
    assert.equal((await read()).counted, 1);
  });
});
