import assert from 'node:assert/strict';
import type { BranchItemKind } from '../../src/core/branch/branch-comparison.js';
import {
  BaseFileRequest,
  BranchMarkdownRequest,
  type BranchRow,
  BranchRowsRequest,
  CompareWithRequest,
  RevisionsRequest,
} from '../../src/protocol/branch-messages.js';
import type { CommandOutcome } from '../../src/protocol/messages.js';
import { assertStatus, BASELINE, runCli } from '../support/cli/run-cli.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { cloneShallow, commitAll, git } from '../support/git/repository.js';
import { interpreterOf } from '../support/mypy/interpreters.js';
import { ACCEPTED, createBranchProject } from '../support/project/branch-project.js';
import { DEMO_ERRORS, DEMO_FILES } from '../support/project/demo-project.js';
import { LanguageClient } from '../support/server/language-client.js';

describe('the language server on a branch', function () {
  this.timeout(240_000);
  let folder: TemporaryFolder;
  let storage: TemporaryFolder;
  let client: LanguageClient;

  const start = (path: string) =>
    LanguageClient.start({
      folder: path,
      storageFolder: storage.path,
      settings: { interpreter: interpreterOf('newest') },
    });
  const firstResult = () => client.until('the first result', () => client.snapshot?.result);
  const compareWith = (revision: string | null): Promise<CommandOutcome> =>
    client.request(CompareWithRequest, { project: client.project, revision });
  const untilCompared = () =>
    client.until('a comparison', () => client.branch?.kind === 'compared' && client.branch);
  const counts = async () =>
    (await untilCompared()).sections.map(({ kind, count }) => [kind, count] as const);
  const acceptedPaths = () => {
    const sections = client.branch?.kind === 'compared' ? client.branch.sections : [];
    const files = sections.flatMap(({ kind, byFile }) => (kind === 'accepted' ? byFile : []));
    return files.map(({ key }) => key);
  };
  const rowsOf = async (kind: BranchItemKind, key: string): Promise<readonly BranchRow[]> => {
    const group = { kind, grouping: 'file' as const, key };
    return client.request(BranchRowsRequest, { project: client.project, ...group });
  };

  before(async () => {
    folder = await TemporaryFolder.create('my projéct #1');
    storage = await TemporaryFolder.create();
    await createBranchProject(folder);
  });
  after(async () => {
    await folder.remove();
    await storage.remove();
  });

  describe('with its base in the repository', () => {
    before(async () => {
      client = await start(folder.path);
      await firstResult();
    });
    after(() => client.stop());

    it('compares with nothing but the commit until it is asked', async () => {
      assert.equal(client.branch, undefined);
      assert.equal(client.snapshot?.comparedWith, null);
      const totals = client.snapshot?.result?.totals;
      assert.equal(totals?.committed, DEMO_ERRORS + 1);
      assert.deepEqual(await rowsOf('introduced', 'services.py'), []);
      const { project } = client;
      assert.equal(await client.request(BranchMarkdownRequest, { project }), null);
    });

    it('lists what can be compared with', async () => {
      const list = await client.request(RevisionsRequest, { project: client.project });
      assert.ok(list.kind === 'read' && !list.isShallow);
      const names = list.revisions.filter(({ kind }) => kind === 'branch').map(({ name }) => name);
      assert.deepEqual(names.sort(), ['feature', 'main']);
    });

    it('counts against the base, and says what the branch does', async () => {
      const outcome = await compareWith('');
      assert.deepEqual(outcome, { done: true, message: 'Compared with main.' });
      const branch = await untilCompared();
      assert.equal(branch.commit, await git(folder.path, 'rev-parse', 'main'));
      assert.deepEqual(await counts(), [
        ['introduced', 1],
        ['accepted', 1],
        ['fixed', 1],
        ['moved', 1],
      ]);
      const current = DEMO_ERRORS + 1;
      assert.deepEqual(branch.totals, { current, committed: DEMO_ERRORS, new: 1, fixed: 1 });
      await client.until('the counts', () => client.snapshot?.comparedWith === 'main');
      assert.deepEqual(client.snapshot?.result?.totals, branch.totals);
    });

    it('names the changed file that broke one which was not touched', async () => {
      const [row, second] = await rowsOf('introduced', 'services.py');
      assert.equal(second, undefined);
      assert.deepEqual(row?.causes, ['models.py']);
      assert.equal(row.place?.line, 4);
    });

    it('says who accepted an error, when and why', async () => {
      const [row] = await rowsOf('accepted', 'extra.py');
      assert.equal(row?.reason, ACCEPTED.reason);
      assert.ok(row.origin.kind === 'committed');
      assert.equal(row.origin.line.author, ACCEPTED.author);
      assert.equal(row.origin.line.subject, 'accept extra');
      assert.equal(row.text, 'def extra(x):');
      assert.deepEqual(row.causes, [], 'the branch wrote that file');
    });

    it('says what is fixed and what was reworded', async () => {
      const [fixed] = await rowsOf('fixed', 'models.py');
      assert.equal(fixed?.place, null);
      assert.equal(fixed.text, 'def find(name):');
      const [moved] = await rowsOf('moved', 'models.py');
      assert.equal(moved?.tier, 'reworded');
      assert.match(moved.message, /"bytes"/);
      assert.match(moved.atBase?.message ?? '', /"str"/);
    });

    it('reads a file as the base has it', async () => {
      const { project } = client;
      const { commit } = await untilCompared();
      const read = (path: string) => client.request(BaseFileRequest, { project, commit, path });
      assert.equal((await read('models.py')).text, DEMO_FILES['models.py']);
      assert.equal((await read('extra.py')).text, null);
    });

    it('sums it up in Markdown', async () => {
      const { project } = client;
      const text = (await client.request(BranchMarkdownRequest, { project })) ?? '';
      assert.match(text, /^## Type debt of `my projéct #1` against `main` at `[0-9a-f]{8}`\n/);
      assert.match(text, /1 new, 1 accepted, 1 fixed, 1 moved or edited/);
      assert.match(text, /broken by your change to `models\.py`/);
      assert.match(text, /waits for v2, by Ada Ex on \d{4}-/);
    });

    it('says the same as the command line', async () => {
      const args = ['diff', 'main', '--interpreter', interpreterOf('newest')];
      const run = await runCli(args, { cwd: folder.path, cache: storage.path });
      assertStatus(run, 0);
      assert.match(run.stdout, /^main at [0-9a-f]{10}: 4 errors → 5 \(\+1\)$/m);
      assert.match(run.stdout, /^1 new, 1 accepted, 1 fixed, 1 moved or edited$/m);
    });

    it('tells since when an error is tolerated', async () => {
      const start = { line: 0, character: 4 };
      let hover = '';
      // The first answer may come before git's.
      while (!hover.includes('since')) {
        hover = (await client.hover('extra.py', { start, end: start })) ?? '';
      }
      assert.match(hover, /is \*\*baseline\*\* since \d{4}-.* by `Ada Ex`, `accept extra`/);
      assert.match(hover, /waits for v2/);
    });

    it('follows an edit, and a file that is renamed', async () => {
      await git(folder.path, 'mv', 'extra.py', 'more.py');
      await client.until('the new name', () => acceptedPaths().includes('more.py'));
      await git(folder.path, 'mv', 'more.py', 'extra.py');
      await client.until('the old name', () => acceptedPaths().includes('extra.py'));
      await git(folder.path, 'checkout', '--quiet', '--', BASELINE);
    });

    it('says of a revision that there is none such, and goes back', async () => {
      const outcome = await compareWith('no-such-branch');
      assert.equal(outcome.done, false);
      assert.match(outcome.message, /there is no no-such-branch/);
      await client.until('the reason', () => client.branch?.kind === 'unknown');
      assert.equal(client.snapshot?.comparedWith, null);
      assert.equal((await compareWith(null)).done, true);
      await client.until('no comparison', () => client.branch?.kind === 'off');
      assert.equal(client.snapshot?.result?.totals.committed, DEMO_ERRORS + 1);
    });

    it('follows a checkout, and a base that brings the first baseline', async () => {
      await compareWith('main~1');
      await client.until('the first', () => client.branch?.kind === 'first');
      await compareWith('main');
      await untilCompared();
      await git(folder.path, 'checkout', '--quiet', 'main');
      await client.until('nothing to review', () => {
        const { branch } = client;
        return branch?.kind === 'compared' && branch.sections.length === 0;
      });
      await git(folder.path, 'checkout', '--quiet', 'feature');
      await client.until('the branch again', () => {
        const { branch } = client;
        return branch?.kind === 'compared' && branch.sections.length === 4;
      });
    });

    it('compares on a detached HEAD, with a commit', async () => {
      await git(folder.path, 'checkout', '--quiet', '--detach');
      const commit = await git(folder.path, 'rev-parse', 'main');
      assert.equal((await compareWith(commit.slice(0, 10))).done, true);
      assert.equal((await counts()).length, 4);
      await git(folder.path, 'checkout', '--quiet', 'feature');
    });
  });

  /** Starts a server in a folder, compares, and says what came of it. */
  async function compareIn(path: string, revision = ''): Promise<CommandOutcome> {
    client = await start(path);
    try {
      await firstResult();
      const outcome = await compareWith(revision);
      if (outcome.done) assert.equal((await counts()).length, 4);
      return outcome;
    } finally {
      await client.stop();
    }
  }

  it('compares in a worktree', async () => {
    const worktree = folder.at('../worktree');
    await git(folder.path, 'worktree', 'add', '--quiet', '--detach', worktree, 'feature');
    assert.deepEqual(await compareIn(worktree), { done: true, message: 'Compared with main.' });
  });

  it('compares in a submodule', async () => {
    const outer = folder.at('../outer');
    await git(folder.path, 'init', '--quiet', outer);
    const add = ['-c', 'protocol.file.allow=always', 'submodule', 'add', '--quiet'];
    await git(outer, ...add, folder.path, 'inner');
    await commitAll(outer, 'with a submodule');
    await git(`${outer}/inner`, 'checkout', '--quiet', 'feature');
    const outcome = await compareIn(`${outer}/inner`, 'origin/main');
    assert.deepEqual(outcome, { done: true, message: 'Compared with origin/main.' });
  });

  it('compares in a folder below the root of its repository', async () => {
    const outer = await TemporaryFolder.create('monorepo');
    try {
      const inner = outer.at('backend');
      await outer.write('backend/.keep', '');
      await copyCommit(folder, inner, 'main');
      await git(outer.path, 'init', '--quiet', '--initial-branch=main');
      await commitAll(outer.path, 'base');
      await git(outer.path, 'checkout', '--quiet', '-b', 'feature');
      await copyCommit(folder, inner, 'feature');
      await commitAll(outer.path, 'feature');
      assert.equal((await compareIn(inner)).message, 'Compared with main.');
    } finally {
      await outer.remove();
    }
  });

  it('says that a clone is too shallow', async () => {
    const outcome = await compareIn(await cloneShallow(folder), 'origin/main');
    assert.equal(outcome.done, false);
    assert.match(outcome.message, /is not reached: the clone is shallow, fetch the whole history/);
  });

  it('says that there is no git', async () => {
    const plain = await TemporaryFolder.create('no repository');
    try {
      await plain.writeAll(DEMO_FILES);
      const outcome = await compareIn(plain.path);
      const message = 'Nothing to compare with: there is no git repository';
      assert.deepEqual(outcome, { done: false, message });
    } finally {
      await plain.remove();
    }
  });
});

/** Writes the files of a commit into a folder. */
async function copyCommit(from: TemporaryFolder, to: string, commit: string): Promise<void> {
  await git(from.path, '--work-tree', to, 'checkout', '--quiet', commit, '--', '.');
  await git(from.path, 'reset', '--quiet', '--hard');
}
