import assert from 'node:assert/strict';
import { ENGLISH } from '../../src/core/language/language.js';
import { blameFile } from '../../src/workspace/git/blame.js';
import { findMergeBase } from '../../src/workspace/git/merge-base.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { cloneShallow, commitAll, createRepository, git } from '../support/git/repository.js';

const named = (revision: string) => ({ named: revision, configured: '' });

describe('finding the merge base', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await TemporaryFolder.create('répo #1 x');
    await folder.write('a.txt', '1\n');
  });
  afterEach(() => folder.remove());

  async function branchOff(): Promise<string> {
    await createRepository(folder.path);
    const base = await git(folder.path, 'rev-parse', 'HEAD');
    await git(folder.path, 'checkout', '--quiet', '-b', 'feature');
    await folder.write('a.txt', '1\n2\n');
    await commitAll(folder.path, 'second');
    return base;
  }

  it('has none without a repository or a commit', async () => {
    assert.equal((await findMergeBase(folder.path, named(''), {})).kind, 'none');
    await git(folder.path, 'init', '--quiet');
    assert.equal((await findMergeBase(folder.path, named(''), {})).kind, 'none');
  });

  it('takes the branch that is named, by the person or by the service', async () => {
    const commit = await branchOff();
    const found = { kind: 'found', name: 'main', commit, isHead: false };
    assert.deepEqual(await findMergeBase(folder.path, named('main'), {}), found);
    assert.deepEqual(
      await findMergeBase(folder.path, named(''), { GITHUB_BASE_REF: 'main' }),
      found,
    );
    const azure = { SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main' };
    assert.deepEqual(await findMergeBase(folder.path, named(''), azure), found);
    assert.deepEqual(await findMergeBase(folder.path, named(''), {}), found);
  });

  it('takes the one that is configured after all others', async () => {
    const commit = await branchOff();
    const configured = { named: '', configured: 'main' };
    assert.deepEqual(await findMergeBase(folder.path, configured, {}), {
      kind: 'found',
      name: 'main',
      commit,
      isHead: false,
    });
    const itself = { named: '', configured: 'HEAD' };
    const service = { GITHUB_BASE_REF: 'main' };
    const base = await findMergeBase(folder.path, itself, service);
    assert.ok(base.kind === 'found' && base.name === 'main');
  });

  it('does not know one that is named and not there', async () => {
    await branchOff();
    assert.equal((await findMergeBase(folder.path, named('develop'), {})).kind, 'unknown');
    assert.equal(
      (await findMergeBase(folder.path, named('--output=/tmp/x'), { CI: '1' })).kind,
      'unknown',
    );
  });

  it('takes HEAD where there is no other branch, and not in continuous integration', async () => {
    await createRepository(folder.path);
    await git(folder.path, 'branch', '--quiet', '--move', 'trunk');
    const found = await findMergeBase(folder.path, named(''), {});
    assert.ok(found.kind === 'found' && found.name === 'HEAD');
    assert.equal((await findMergeBase(folder.path, named(''), { CI: 'true' })).kind, 'unknown');
  });

  it('says that a clone is too shallow', async () => {
    await branchOff();
    await git(folder.path, 'checkout', '--quiet', 'main');
    await folder.write('b.txt', '1\n');
    await commitAll(folder.path, 'third');
    const clone = await cloneShallow(folder);
    await git(clone, 'checkout', '--quiet', 'feature');
    const base = await findMergeBase(clone, named('origin/main'), {});
    assert.ok(base.kind === 'unknown');
    assert.match(
      ENGLISH.express(base.why),
      /the merge base with origin\/main is not reached: the clone is shallow/,
    );
    const missing = await findMergeBase(clone, named(''), { GITHUB_BASE_REF: 'develop' });
    assert.ok(missing.kind === 'unknown');
    assert.match(
      ENGLISH.express(missing.why),
      /no origin\/develop or develop here: the clone is shallow/,
    );
  });
});

describe('the authors of lines', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await TemporaryFolder.create('répo #1 x');
  });
  afterEach(() => folder.remove());

  it('names who wrote the lines since a base', async () => {
    await folder.write('b.jsonl', 'one\ntwo\n');
    await createRepository(folder.path);
    const base = await git(folder.path, 'rev-parse', 'HEAD');
    await folder.write('b.jsonl', 'one\nmore\ntwo\n');
    await git(folder.path, 'add', '--all');
    await git(folder.path, 'commit', '--quiet', '--author=Ada Ex <a@x>', '-m', 'more');
    const authors = await authorsOf(folder.at('b.jsonl'), base);
    assert.deepEqual(authors, [['more', 'Ada Ex']]);
    await folder.write('b.jsonl', 'uncommitted\none\nmore\ntwo\n');
    assert.deepEqual(await authorsOf(folder.at('b.jsonl'), base), authors);
    assert.deepEqual(await authorsOf(folder.at('gone.jsonl'), base), undefined);
  });
});

/** The lines that were written since a commit, with their authors. */
async function authorsOf(
  file: string,
  base: string,
): Promise<readonly (readonly [string, string])[] | undefined> {
  const lines = await blameFile(file, base);
  return lines?.map(({ text, origin }) => [text, origin.author]);
}
