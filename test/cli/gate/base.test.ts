import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { CliProject } from '../../support/cli/cli-project.js';
import { assertGrown, assertUnchecked } from '../../support/cli/growth.js';
import { recordMypy } from '../../support/cli/recorded-outputs.js';
import { assertStatus, BASELINE } from '../../support/cli/run-cli.js';
import { TemporaryFolder } from '../../support/files/temporary-folder.js';
import { git } from '../../support/git/repository.js';
import { BREAKING_EDIT } from '../../support/project/demo-project.js';

describe('the gate and the branch into which a change goes', () => {
  let project: CliProject;
  /** What mypy prints for the project, and for one with a fifth error. */
  let known: string;
  let broken: string;
  /** The baseline that accepts the fifth. */
  let grown: string;

  before(async () => {
    project = await CliProject.demo();
    known = recordMypy(project, []).stdout;
    await breakServices();
    broken = recordMypy(project, []).stdout;
    assertStatus(await project.check(['update']), 0);
    grown = await project.readBaseline();
  });
  beforeEach(async () => {
    await project.reset();
    await project.branch('work');
  });
  after(() => project.remove());

  const breakServices = () =>
    project.folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.from, BREAKING_EDIT.to);

  /** The branch adds an error and takes it into the baseline. */
  async function rewriteBaseline(): Promise<void> {
    await breakServices();
    await project.folder.write(BASELINE, grown);
    await project.commit('rewrite the baseline');
  }

  /** The same with words of the person's own. */
  async function acceptWith(reason: string): Promise<void> {
    await breakServices();
    assertStatus(await project.check(['update', '--reason', reason]), 0);
    await project.commit('accept');
  }

  describe('when the baseline grew', () => {
    it('fails, and names how much, what and whose it is', async () => {
      await rewriteBaseline();
      const run = await project.check(['check']);
      assertGrown(run, 'main');
      assert.match(run.stdout, /^ {2}services\.py: Unsupported .* — no reason \(Test\)$/m);
      assert.doesNotMatch(run.stdout, /: new: /);
    });

    it('passes with a reason, and says it', async () => {
      await acceptWith('names are bytes');
      const run = await project.check(['check']);
      assertStatus(run, 0);
      assert.match(run.stdout, /^ {2}services\.py: Unsupported .* — names are bytes \(Test\)$/m);
    });

    it('takes blanks for no reason', async () => {
      await acceptWith('  ');
      assertGrown(await project.check(['check']), 'main');
    });

    it('fails also before the baseline is committed', async () => {
      await breakServices();
      await project.folder.write(BASELINE, grown);
      assertGrown(await project.check(['check']), 'main');
    });

    it('only warns where the team says so', async () => {
      await rewriteBaseline();
      const run = await project.check(['check', '--growth', 'warn']);
      assertStatus(run, 0);
      assert.match(run.stdout, /^! the baseline grew by 1 entry without a reason since main$/m);
    });

    it('fails when one error was fixed for it: the total says nothing', async () => {
      await project.folder.edit('models.py', 'def find(name):', 'def find(name: str) -> User:');
      await breakServices();
      assertStatus(await project.check(['update']), 0);
      await project.commit('fix and break');
      assert.equal((await project.readBaseline()).trimEnd().split('\n').length, 5);
      assertGrown(await project.check(['check']), 'main');
    });

    it('does not take an entry for new whose line or function was edited', async () => {
      await project.folder.edit('models.py', 'return user.name', 'return (user.name)');
      await project.folder.edit('services.py', 'def first(', 'def first_user(');
      assertStatus(await project.check(['update']), 0);
      await project.commit('edit');
      assert.notEqual(await git(project.folder.path, 'diff', 'main', '--', BASELINE), '');
      assertStatus(await project.check(['check']), 0);
    });

    it('fails when the branch moves the baseline to another file', async () => {
      await project.folder.write('pyproject.toml', '[tool.mypy-ratchet]\nbaseline = "own.jsonl"\n');
      await breakServices();
      await project.folder.delete(BASELINE);
      await project.folder.write('own.jsonl', grown);
      await project.commit('another file');
      assertGrown(await project.check(['check']), 'main');
    });

    it('reads the base where its own configuration has the baseline', async () => {
      await git(project.folder.path, 'mv', BASELINE, 'debt.jsonl');
      await project.folder.write('mypy-ratchet.toml', 'baseline = "debt.jsonl"\n');
      await project.commit('the team moves it');
      await git(project.folder.path, 'branch', '--force', 'develop');
      await git(project.folder.path, 'mv', 'debt.jsonl', BASELINE);
      await project.folder.write('mypy-ratchet.toml', 'base = "develop"\n');
      await rewriteBaseline();
      assertGrown(await project.check(['check']), 'develop');
    });
  });

  describe('not known', () => {
    it('in continuous integration: that would compare a branch with itself', async () => {
      await rewriteBaseline();
      await git(project.folder.path, 'branch', '--delete', '--force', 'main');
      assertUnchecked(
        await project.run(['check', '-'], { env: { CI: 'true' }, input: broken }),
        /^the target branch is not known: name it with --base$/,
      );
      const run = await project.run(['check', '-'], { input: broken });
      assertStatus(run, 0);
      assert.match(run.stdout, /\(against HEAD at /, "on a person's machine HEAD stands in");
    });

    it('without a repository: there is nothing to measure from', async () => {
      const folder = await TemporaryFolder.create('no repository');
      for (const path of ['mypy.ini', 'models.py', 'services.py', BASELINE]) {
        await folder.write(path, await project.folder.read(path));
      }
      const pass = await project.run(['check', '-'], { cwd: folder.path, input: known });
      assertStatus(pass, 0);
      assert.match(pass.stdout, /\(against mypy-baseline\.jsonl\)\.$/m);
      await folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.from, BREAKING_EDIT.to);
      const run = await project.run(['check', '-'], { cwd: folder.path, input: broken });
      assertStatus(run, 1);
      assert.match(run.stdout, /^✗ 1 new error$/m);
      await folder.remove();
    });

    it('in a shallow clone, which says what to fetch', async () => {
      await rewriteBaseline();
      const clone = await TemporaryFolder.create('clone');
      const { path } = project.folder;
      const url = pathToFileURL(path).href;
      await git(path, 'checkout', '--quiet', 'main');
      await project.folder.write('README.md', 'main goes on\n');
      await project.commit('main goes on');
      await git(clone.path, 'clone', '--quiet', '--depth=1', '--branch=work', url, '.');
      await git(
        clone.path,
        'fetch',
        '--quiet',
        '--depth=1',
        'origin',
        'main:refs/remotes/origin/main',
      );
      const options = { cwd: clone.path, env: { GITHUB_BASE_REF: 'main' }, input: broken };
      const check = () => project.run(['check', '-'], options);
      assertUnchecked(
        await check(),
        /origin\/main.*the clone is shallow.*\(.*fetch-depth: 0 in a workflow\)$/,
      );
      await git(clone.path, 'fetch', '--quiet', '--unshallow');
      assertGrown(await check(), 'origin/main');
      await clone.remove();
    });

    it('but the base has no baseline: this change brings the first one', async () => {
      const { path } = project.folder;
      await git(path, 'checkout', '--quiet', '-B', 'bare', 'work~1');
      await git(path, 'checkout', '--quiet', '-B', 'work', 'bare');
      assertStatus(await project.check(['update']), 0);
      await project.commit('the first baseline');
      assertStatus(await project.check(['check', '--base', 'bare']), 0);
    });
  });

  it('fails on a baseline at the base that cannot be read', async () => {
    await project.folder.write(BASELINE, 'not a baseline\n');
    await project.commit('broken');
    await git(project.folder.path, 'branch', '--force', 'broken');
    await git(project.folder.path, 'checkout', 'main', '--', BASELINE);
    await project.commit('mended');
    assertUnchecked(
      await project.check(['check', '--base', 'broken']),
      /^the baseline at broken is malformed$/,
    );
  });
});
