import assert from 'node:assert/strict';
import { CliProject } from '../../support/cli/cli-project.js';
import { assertGrown, assertUnchecked } from '../../support/cli/growth.js';
import { recordMypy } from '../../support/cli/recorded-outputs.js';
import { assertStatus, type CliRun } from '../../support/cli/run-cli.js';
import { git } from '../../support/git/repository.js';
import { BREAKING_EDIT } from '../../support/project/demo-project.js';

describe('the gate and a base that somebody names', () => {
  let project: CliProject;
  let input: string;

  /** `develop` knows a fifth error already, `main` does not; `work` left `develop`. */
  before(async () => {
    project = await CliProject.demo();
    const { folder } = project;
    await project.branch('develop');
    await folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.from, BREAKING_EDIT.to);
    assertStatus(await project.check(['update']), 0);
    await project.commit('grow');
    await project.branch('work');
    await folder.write('README.md', 'more\n');
    await project.commit('more');
    input = recordMypy(project, []).stdout;
  });
  after(() => project.remove());

  const check = (...args: readonly string[]): Promise<CliRun> => checkIn({}, ...args);
  const checkIn = (
    env: Readonly<Record<string, string>>,
    ...args: readonly string[]
  ): Promise<CliRun> => project.run(['check', '-', ...args], { env, input });

  it('by --base', async () => {
    const run = await check('--base', 'develop');
    assertStatus(run, 0);
    assert.match(run.stdout, /\(against develop at [0-9a-f]{10}\)\.$/m);
    assertGrown(await check('--base', 'main'), 'main');
  });

  it('as the service says where a pull request is to go', async () => {
    const run = await checkIn({ CI: 'true', GITHUB_BASE_REF: 'develop' });
    assertStatus(run, 0);
    assert.match(run.stdout, /\(against develop at /);
    assertGrown(await checkIn({ GITHUB_BASE_REF: 'main' }), 'main');
  });

  it('by the configuration, below the service, and by --base over both', async () => {
    await project.folder.write('mypy-ratchet.toml', 'base = "develop"\n');
    assertStatus(await check(), 0);
    const env = { GITHUB_BASE_REF: 'main' };
    assertGrown(await checkIn(env), 'main');
    assertStatus(await checkIn(env, '--base', 'develop'), 0);
    await project.folder.delete('mypy-ratchet.toml');
  });

  it('whose rules count in continuous integration, not those that the change brings', async () => {
    await project.folder.write('mypy-ratchet.toml', 'growth = "off"\n');
    assertStatus(await check('--base', 'main'), 0);
    const run = await checkIn({ CI: 'true' }, '--base', 'main');
    assertGrown(run, 'main');
    assert.match(run.stderr, /^The rules are those of main/m);
    await project.folder.delete('mypy-ratchet.toml');
  });

  it('by a commit, which may be any', async () => {
    const commit = await git(project.folder.path, 'rev-parse', 'develop');
    assertStatus(await check('--base', commit), 0);
    assertGrown(await check('--base', 'HEAD~2'), 'HEAD~2');
  });

  it('that is not there', async () => {
    assertUnchecked(
      await check('--base', 'no-such'),
      /^there is no no-such or origin\/no-such here$/,
    );
    const env = { GITHUB_BASE_REF: 'gone' };
    assertUnchecked(await checkIn(env), /^there is no origin\/gone or gone here$/);
    assertUnchecked(await check('--base', '--help'), /^there is no --help or /);
  });

  it('that has no commit in common', async () => {
    const { path } = project.folder;
    const tree = await git(path, 'rev-parse', 'HEAD^{tree}');
    const stranger = await git(path, 'commit-tree', tree, '-m', 'stranger');
    assertUnchecked(
      await check('--base', stranger),
      new RegExp(`^HEAD and ${stranger} have no common commit$`),
    );
  });
});
