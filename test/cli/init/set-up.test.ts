import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { EXIT } from '../../../src/cli/exit-code.js';
import { applyPlans } from '../../../src/cli/init/apply-plan.js';
import { SILENT_ASKER } from '../../../src/cli/init/asker.js';
import { describeApplied, nextCommands } from '../../../src/cli/init/describe-set-up.js';
import { findSetUp } from '../../../src/cli/init/find-set-up.js';
import { planFiles } from '../../../src/cli/init/plan-files.js';
import type { InitOptions } from '../../../src/cli/init/questions.js';
import { setUpProject } from '../../../src/cli/init/set-up-project.js';
import { locateProject } from '../../../src/project/project-location.js';
import { TemporaryFolder } from '../../support/files/temporary-folder.js';
import { commitAll, createRepository, git } from '../../support/git/repository.js';

const ANSWERS = { github: true, gitlab: true, preCommit: true, preset: 'team' } as const;
const NO_SETTINGS = { configFile: '', baselineFile: '' };

describe('setting up a project', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await TemporaryFolder.create('repo');
    await folder.writeAll({
      'backend/mypy.ini': '[mypy]\n',
      'backend/requirements.txt': 'attrs\n',
      'backend/pyproject.toml': '# ours\n[project]\nname = "x"\n',
      'backend/x.py': 'x = 1\n',
      '.gitlab-ci.yml': 'stages: [lint]\n',
    });
    await createRepository(folder.path);
  });
  afterEach(() => folder.remove());

  async function find() {
    const location = await locateProject(folder.at('backend'), NO_SETTINGS);
    return findSetUp(location, { python: '3.12', mypy: '2.4.1' });
  }

  async function setUpAll() {
    const { setUp, repositoryRoot } = await find();
    const files = await planFiles(repositoryRoot, setUp, ANSWERS, 'v0.1.0');
    const options = { root: repositoryRoot, asker: SILENT_ASKER, yes: true, dryRun: false };
    return applyPlans(files, options);
  }

  it('finds out what the plans have to know', async () => {
    await git(folder.path, 'remote', 'add', 'origin', 'git@gitlab.com:a/b.git');
    assert.deepEqual(await find(), {
      setUp: {
        project: 'backend',
        baseline: 'mypy-baseline.jsonl',
        defaultBranch: 'main',
        python: '3.12',
        mypy: '2.4.1',
        requirements: [{ kind: 'project' }, { kind: 'file', path: 'requirements.txt' }],
      },
      hints: {
        hasGithubFolder: false,
        hasGitlabFile: true,
        hasPreCommitFile: false,
        hasSecretsBaseline: false,
        remote: 'git@gitlab.com:a/b.git',
      },
      repositoryRoot: folder.path,
    });
    await git(folder.path, 'switch', '--quiet', '--create', 'topic');
    const head = 'refs/remotes/origin/HEAD';
    await git(folder.path, 'symbolic-ref', head, 'refs/remotes/origin/release/next');
    assert.equal((await find()).setUp.defaultBranch, 'release/next');
  });

  it('writes every file where it belongs, and nothing the second time', async () => {
    const applied = await setUpAll();
    assert.deepEqual(applied.map(describeApplied), [
      'backend/.gitattributes: created',
      '.github/workflows/mypy-ratchet.yml: created',
      '.gitlab-ci.yml: added to',
      '.pre-commit-config.yaml: created',
      'backend/pyproject.toml: added to',
    ]);
    assert.match(await folder.read('backend/pyproject.toml'), /^# ours\n\[project\]\n/);
    await commitAll(folder.path, 'set up');
    const again = await setUpAll();
    assert.ok(again.every(({ kind }) => kind === 'unchanged'));
    assert.equal(await git(folder.path, 'status', '--porcelain'), '');
    const places = { cwd: folder.path, repositoryRoot: folder.path, baselinePath: '' };
    assert.deepEqual(nextCommands(again, { preCommit: true, needsSecretsScan: true }, places), []);
  });

  it('lets git merge the baseline by union', async () => {
    await setUpAll();
    const baseline = 'backend/mypy-baseline.jsonl';
    const attributes = await git(folder.path, 'check-attr', '--all', '--', baseline);
    assert.match(attributes, /merge: union\n.*linguist-generated: true/);
  });

  it('says what to commit, from where the person is', async () => {
    await mkdir(folder.at('backend/src'));
    const commands = nextCommands(
      await setUpAll(),
      { preCommit: true, needsSecretsScan: true },
      {
        cwd: folder.at('backend/src'),
        repositoryRoot: folder.path,
        baselinePath: folder.at('backend/my baseline.jsonl'),
      },
    );
    assert.deepEqual(commands, [
      'cd ../..',
      'detect-secrets scan > .secrets.baseline',
      'git add -- backend/.gitattributes .github/workflows/mypy-ratchet.yml .gitlab-ci.yml ' +
        ".pre-commit-config.yaml backend/pyproject.toml 'backend/my baseline.jsonl' " +
        '.secrets.baseline',
      'git commit -m "Add mypy-ratchet"',
      'pre-commit install',
    ]);
  });

  it('does not touch what it cannot read', async () => {
    await folder.write('.pre-commit-config.yaml', Uint8Array.of(0xff, 0xfe));
    await folder.write('backend/pyproject.toml', 'not toml');
    const refused = (await setUpAll()).filter(({ kind }) => kind === 'refused');
    assert.deepEqual(
      refused.map(({ path }) => path),
      ['.pre-commit-config.yaml', 'backend/pyproject.toml'],
    );
    assert.match(refused.map(describeApplied).join('\n'), /not written, because it is not UTF-8/);
    assert.equal(await folder.read('backend/pyproject.toml'), 'not toml');
  });

  it('asks, writes and tells in one go, and fails where the person has to write', async () => {
    const lines: string[] = [];
    const surroundings = {
      terminal: { out: (text: string) => void lines.push(text), cwd: folder.path },
      asker: SILENT_ASKER,
      version: '1.2.3',
    };
    const location = await locateProject(folder.at('backend'), NO_SETTINGS);
    const run = (options: InitOptions) =>
      setUpProject(location, { python: '3.12', mypy: null }, options, surroundings);
    assert.equal(await run({ dryRun: true, preCommit: true }), EXIT.pass);
    assert.equal(await git(folder.path, 'status', '--porcelain'), '');
    assert.match(lines.join(''), /\.pre-commit-config\.yaml: would be\n {4}repos:\n/);
    assert.equal(await run({ preCommit: true }), EXIT.pass);
    assert.match(lines.join(''), /backend\/pyproject\.toml: left as it is\n/);
    assert.match(lines.join(''), /Next:\n {2}git add -- .* backend\/mypy-baseline\.jsonl\n/);
    assert.match(await folder.read('.pre-commit-config.yaml'), /rev: v1\.2\.3\n/);
    await folder.write('.gitlab-ci.yml', '[');
    assert.equal(await run({ yes: true }), EXIT.failed);
  });
});
