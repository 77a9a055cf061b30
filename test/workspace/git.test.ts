import assert from 'node:assert/strict';
import { appendFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { Git } from '../../src/workspace/git/git.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { commitAll, createRepository, git } from '../support/git/repository.js';

describe('reading a git repository', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await TemporaryFolder.create('répo #1 x');
  });
  afterEach(() => folder.remove());

  it('says that there is none', async () => {
    assert.equal((await new Git().findRepository(folder.path)).kind, 'none');
    assert.equal((await new Git().readCommitted(folder.at('a.txt'))).kind, 'absent');
    assert.equal(await new Git().stampHead(null), null);
  });

  it('finds it from a folder inside', async () => {
    await folder.write('sub dir/é.txt', 'one');
    await createRepository(folder.path);
    const found = await new Git().findRepository(folder.at('sub dir'));
    assert.ok(found.kind === 'found');
    assert.equal(found.worktreeRoot, folder.path);
    assert.equal(found.gitFolder, folder.at('.git'));
    assert.equal(found.prefix, 'sub dir');
    await symlink(folder.at('sub dir'), folder.at('link'));
    const linked = await new Git().findRepository(folder.at('link'));
    assert.ok(linked.kind === 'found');
    assert.equal(linked.prefix, 'sub dir');
  });

  it('reads the committed text, not what stands on disk', async () => {
    await folder.write('sub dir/é #.txt', 'one\n');
    await createRepository(folder.path);
    await folder.write('sub dir/é #.txt', 'two\n');
    const subject = new Git();
    const file = folder.at('sub dir/é #.txt');
    const first = await subject.readCommitted(file);
    assert.ok(first.kind === 'text');
    assert.equal(first.text, 'one\n');
    await commitAll(folder.path, 'second');
    const second = await subject.readCommitted(file);
    assert.ok(second.kind === 'text');
    assert.equal(second.text, 'two\n');
    assert.equal((await subject.readCommitted(file, 'HEAD~1')).kind, 'text');
  });

  it('tells an uncommitted file and an unborn branch from a failure', async () => {
    await git(folder.path, 'init', '--quiet');
    await folder.write('a.txt', 'one');
    assert.equal((await new Git().readCommitted(folder.at('a.txt'))).kind, 'absent');
    assert.equal(await new Git().stampHead(folder.at('.git')), null);
    await createRepository(folder.path);
    await folder.write('b.txt', 'one');
    assert.equal((await new Git().readCommitted(folder.at('b.txt'))).kind, 'absent');
  });

  it('reads a worktree by its own HEAD', async () => {
    await folder.write('main/a.txt', 'one');
    await createRepository(folder.at('main'));
    await git(folder.at('main'), 'worktree', 'add', '--quiet', '-b', 'other', '../other');
    await folder.write('other/a.txt', 'two');
    await commitAll(folder.at('other'), 'two');
    const inOther = await new Git().readCommitted(folder.at('other/a.txt'));
    assert.ok(inOther.kind === 'text');
    assert.equal(inOther.text, 'two');
    const found = await new Git().findRepository(folder.at('other'));
    assert.ok(found.kind === 'found');
    assert.equal(found.worktreeRoot, folder.at('other'));
  });

  it('sees HEAD move by a commit and by a checkout, and nothing else', async () => {
    await folder.write('a.txt', 'one');
    await createRepository(folder.path);
    const stamp = () => new Git().stampHead(folder.at('.git'));
    const first = await stamp();
    await folder.write('a.txt', 'two');
    await git(folder.path, 'add', '--all');
    assert.equal(await stamp(), first);
    await commitAll(folder.path, 'second');
    const second = await stamp();
    assert.notEqual(second, first);
    await git(folder.path, 'checkout', '--quiet', '--detach', 'HEAD~1');
    assert.notEqual(await stamp(), second);
  });

  it('sees HEAD move again when its branch follows: git writes the log before that', async () => {
    await folder.write('a.txt', 'one');
    await createRepository(folder.path);
    const stamp = () => new Git().stampHead(folder.at('.git'));
    const commit = await git(folder.path, 'commit-tree', 'HEAD^{tree}', '-m', 'two');
    await appendFile(folder.at('.git/logs/HEAD'), 'two\n');
    const between = stamp();
    await writeFile(folder.at('.git/refs/heads/main'), `${commit}\n`);
    assert.notEqual(stamp(), between);
  });

  it('sees HEAD move where git keeps refs and logs in tables', async () => {
    await folder.write('.git/HEAD', 'ref: refs/heads/.invalid\n');
    const stamp = () => new Git().stampHead(folder.at('.git'));
    assert.equal(stamp(), null);
    await folder.write('.git/reftable/tables.list', '0x000000000001-0x000000000001-6adf0b7c.ref\n');
    const first = stamp();
    assert.notEqual(first, null);
    await folder.write('.git/reftable/tables.list', '0x000000000001-0x000000000002-01f3a5d2.ref\n');
    assert.notEqual(stamp(), first);
  });

  it('sees the branch of a worktree move, which lies with the repository', async () => {
    await folder.write('main/a.txt', 'one');
    await createRepository(folder.at('main'));
    await git(folder.at('main'), 'worktree', 'add', '--quiet', '-b', 'other', '../other');
    const gitFolder = folder.at('main/.git/worktrees/other');
    const first = new Git().stampHead(gitFolder);
    const commit = await git(folder.at('main'), 'commit-tree', 'HEAD^{tree}', '-m', 'two');
    await writeFile(folder.at('main/.git/refs/heads/other'), `${commit}\n`);
    assert.notEqual(new Git().stampHead(gitFolder), first);
  });

  it('knows when git holds the index', async () => {
    await folder.write('a.txt', 'one');
    await createRepository(folder.path);
    const gitFolder = folder.at('.git');
    assert.equal(await new Git().isBusy(gitFolder), false);
    await mkdir(gitFolder, { recursive: true });
    await writeFile(folder.at('.git/index.lock'), '');
    assert.equal(await new Git().isBusy(gitFolder), true);
    assert.equal(await new Git().isBusy(null), false);
  });
});
