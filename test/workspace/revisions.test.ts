import assert from 'node:assert/strict';
import type { Revision } from '../../src/core/branch/revision.js';
import { ENGLISH, phrase } from '../../src/core/language/language.js';
import { blameFile } from '../../src/workspace/git/blame.js';
import { readChangedPaths } from '../../src/workspace/git/changed-paths.js';
import { listRevisions } from '../../src/workspace/git/list-revisions.js';
import { ImportReader } from '../../src/workspace/source/import-reader.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { cloneShallow, commitAll, createRepository, git } from '../support/git/repository.js';

describe('the revisions that can be picked', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await TemporaryFolder.create('répo #1 x');
    await folder.write('a.py', 'a = 1\n');
  });
  afterEach(() => folder.remove());

  async function namesOf(path: string): Promise<readonly string[]> {
    const read = await listRevisions(path);
    assert.ok(read.kind === 'read', 'why' in read ? ENGLISH.express(read.why) : '');
    const describe = ({ kind, name, isCurrent }: Revision) =>
      `${kind} ${kind === 'commit' ? '' : name}${isCurrent ? '*' : ''}`;
    return read.revisions.map(describe).sort();
  }

  it('are branches, tags and commits', async () => {
    await createRepository(folder.path);
    await git(folder.path, 'tag', '-a', 'v1', '-m', 'the first');
    await git(folder.path, 'checkout', '--quiet', '-b', 'feature/ü');
    await commitAll(folder.path, 'second "x"\n\nmore');
    assert.deepEqual(await namesOf(folder.path), [
      'branch feature/ü*',
      'branch main',
      'commit ',
      'commit ',
      'tag v1',
    ]);
    const read = await listRevisions(folder.path);
    assert.ok(read.kind === 'read');
    const commit = read.revisions.find(({ kind }) => kind === 'commit');
    assert.equal(commit?.subject, 'second "x"');
    assert.equal(commit.author, 'Test');
    assert.match(commit.name, /^[0-9a-f]{10}$/);
    assert.ok(Math.abs(commit.at - Date.now()) < 3_600_000);
  });

  it('are there on a detached HEAD, in a worktree and in a submodule', async () => {
    await createRepository(folder.path);
    await git(folder.path, 'checkout', '--quiet', '--detach');
    assert.deepEqual(await namesOf(folder.path), ['branch main', 'commit ']);
    const worktree = folder.at('../worktree');
    await git(folder.path, 'worktree', 'add', '--quiet', '-b', 'other', worktree);
    assert.deepEqual(await namesOf(worktree), ['branch main', 'branch other*', 'commit ']);
    const outer = folder.at('../outer');
    await git(folder.path, 'init', '--quiet', outer);
    const add = ['-c', 'protocol.file.allow=always', 'submodule', 'add', '--quiet'];
    await git(outer, ...add, folder.path, 'inner');
    const inner = await namesOf(`${outer}/inner`);
    assert.ok(inner.includes('remote-branch origin/main'), inner.join());
  });

  it('are few in a shallow clone, which is said', async () => {
    await createRepository(folder.path);
    await commitAll(folder.path, 'second');
    const read = await listRevisions(await cloneShallow(folder));
    assert.ok(read.kind === 'read' && read.isShallow);
    assert.equal(read.revisions.filter(({ kind }) => kind === 'commit').length, 1);
  });

  it('are not known without a repository, nor before the first commit', async () => {
    const read = await listRevisions(folder.path);
    assert.deepEqual(read, { kind: 'unknown', why: phrase('there is no git repository') });
    await git(folder.path, 'init', '--quiet');
    assert.deepEqual(await listRevisions(folder.path), {
      kind: 'unknown',
      why: phrase('there is no commit yet'),
    });
  });

  it('differ in Python files, committed or not, each under both names', async () => {
    await folder.writeAll({
      'app/kept.py': 'k = 1\n',
      'app/old é.py': 'o = 1\n',
      'app/gone.py': 'g = 1\n',
      'app/note.txt': 'x',
      '.gitignore': 'ignored.py\n',
    });
    await createRepository(folder.path);
    const base = await git(folder.path, 'rev-parse', 'HEAD');
    await folder.write('app/old é.py', 'o = 1\n');
    await git(folder.path, 'mv', 'app/old é.py', 'app/new.pyi');
    await folder.delete('app/gone.py');
    await commitAll(folder.path, 'second');
    await folder.writeAll({ 'app/fresh.py': '', 'app/ignored.py': '', 'app/note.txt': 'y' });
    await folder.write('a.py', 'a = 2\n');
    const paths = async (root: string) => {
      const read = await readChangedPaths(root, base);
      assert.ok(read.kind === 'read');
      assert.equal(read.renamedFrom.size, 1);
      return [...read.paths].sort();
    };
    const below = ['fresh.py', 'gone.py', 'new.pyi', 'old é.py'];
    assert.deepEqual(await paths(folder.at('app')), below);
    assert.deepEqual(await paths(folder.path), ['a.py', ...below.map((name) => `app/${name}`)]);
    assert.equal((await readChangedPaths(folder.path, 'no-such')).kind, 'unknown');
  });
});

describe('the origin of a line', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await TemporaryFolder.create('répo #1 x');
    await folder.write('b.jsonl', 'one\ntwo\n');
    await createRepository(folder.path);
    await folder.write('b.jsonl', 'one\ntwo\nthree\n');
    await git(folder.path, 'commit', '--quiet', '-a', '--author=Ada Ex <a@x>', '-m', 'add three');
  });
  afterEach(() => folder.remove());

  it('is the commit that wrote it', async () => {
    await folder.write('b.jsonl', 'zero\none\ntwo\nthree\n');
    const lines = (await blameFile(folder.at('b.jsonl'), null)) ?? [];
    assert.deepEqual(
      lines.map(({ text, origin }) => [text, origin.author, origin.subject, origin.isOldestKnown]),
      [
        ['one', 'Test', 'first', false],
        ['two', 'Test', 'first', false],
        ['three', 'Ada Ex', 'add three', false],
      ],
      'what is not committed has no origin, and the first commit of all is no cut',
    );
    const { commit, at } = lines[2]?.origin ?? assert.fail();
    assert.equal(commit, await git(folder.path, 'rev-parse', 'HEAD'));
    assert.ok(Math.abs(at - Date.now()) < 3_600_000);
  });

  it('may be older than a shallow clone knows', async () => {
    const clone = await cloneShallow(folder);
    const lines = (await blameFile(`${clone}/b.jsonl`, null)) ?? [];
    assert.deepEqual(
      lines.map(({ origin }) => origin.isOldestKnown),
      [true, true, true],
    );
  });
});

describe('reading what a file imports', () => {
  it('follows the file on disk, and knows what is gone', async () => {
    const folder = await TemporaryFolder.create('my projéct');
    try {
      await folder.writeAll({
        'src/app/__init__.py': '',
        'src/app/models.py': '',
        'src/app/views.py':
          'from .models import User\n\ndef load():\n    from app import gone\n    import os\n',
      });
      const reader = new ImportReader(folder.path);
      const gone = new Set(['src/app/gone.py']);
      assert.deepEqual(await reader.listImports('src/app/views.py', gone), [
        'src/app/models.py',
        'src/app/gone.py',
      ]);
      await folder.write('src/app/views.py', 'import app\n');
      assert.deepEqual(await reader.listImports('src/app/views.py', new Set()), [
        'src/app/__init__.py',
      ]);
      assert.deepEqual(await reader.listImports('nowhere.py', new Set()), []);
    } finally {
      await folder.remove();
    }
  });
});
