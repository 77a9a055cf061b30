import assert from 'node:assert/strict';
import { assertStatus, CliProject } from '../../support/cli/cli-project.js';
import { assertGrown, assertUnchecked } from '../../support/cli/growth.js';
import { git } from '../../support/git/repository.js';
import { BREAKING_EDIT } from '../../support/project/demo-project.js';

describe('the gate and a base that somebody names', () => {
  let project: CliProject;

  /** `develop` knows a fifth error already, `main` does not; `work` left `develop`. */
  before(async () => {
    project = await CliProject.create();
    const { folder } = project;
    await project.branch('develop');
    await folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.from, BREAKING_EDIT.to);
    assertStatus(project.run('update'), 0);
    await project.commit('grow');
    await project.branch('work');
    await folder.write('README.md', 'more\n');
    await project.commit('more');
  });
  after(() => project.remove());

  it('by --base', () => {
    const run = project.run('check', '--base', 'develop');
    assertStatus(run, 0);
    assert.match(run.stdout, /\(against develop at [0-9a-f]{10}\)\.$/m);
    assertGrown(project.run('check', '--base', 'main'), 'main');
  });

  it('as the service says where a pull request is to go', () => {
    const run = project.runWith({ env: { CI: 'true', GITHUB_BASE_REF: 'develop' } }, 'check');
    assertStatus(run, 0);
    assert.match(run.stdout, /\(against develop at /);
    assertGrown(project.runWith({ env: { GITHUB_BASE_REF: 'main' } }, 'check'), 'main');
  });

  it('by the configuration, over the service, and by --base over both', async () => {
    await project.folder.write('mypy-ratchet.toml', 'base = "develop"\n');
    const env = { GITHUB_BASE_REF: 'main' };
    assertStatus(project.runWith({ env }, 'check'), 0);
    assertGrown(project.runWith({ env }, 'check', '--base', 'main'), 'main');
    await project.folder.delete('mypy-ratchet.toml');
  });

  it('by a commit, which may be any', async () => {
    const commit = await git(project.folder.path, 'rev-parse', 'develop');
    assertStatus(project.run('check', '--base', commit), 0);
    assertGrown(project.run('check', '--base', 'HEAD~2'), 'HEAD~2');
  });

  it('that is not there', () => {
    assertUnchecked(
      project.run('check', '--base', 'no-such'),
      /^there is no no-such or origin\/no-such here$/,
    );
    const env = { GITHUB_BASE_REF: 'gone' };
    assertUnchecked(project.runWith({ env }, 'check'), /^there is no origin\/gone or gone here$/);
    assertUnchecked(project.run('check', '--base', '--help'), /^there is no --help or /);
  });

  it('that has no commit in common', async () => {
    const { path } = project.folder;
    const tree = await git(path, 'rev-parse', 'HEAD^{tree}');
    const stranger = await git(path, 'commit-tree', tree, '-m', 'stranger');
    assertUnchecked(
      project.run('check', '--base', stranger),
      new RegExp(`^HEAD and ${stranger} have no common commit$`),
    );
  });
});
