import assert from 'node:assert/strict';
import { CliProject } from '../../support/cli/cli-project.js';
import { assertStatus, BASELINE } from '../../support/cli/run-cli.js';
import { git } from '../../support/git/repository.js';
import { BREAKING_EDIT, DEMO_ERRORS } from '../../support/project/demo-project.js';

describe('the gate', () => {
  let project: CliProject;

  before(async () => {
    project = await CliProject.demo();
  });
  beforeEach(() => project.reset());
  after(() => project.remove());

  const breakServices = () =>
    project.folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.from, BREAKING_EDIT.to);
  const fixFind = () =>
    project.folder.edit('models.py', 'def find(name):', 'def find(name: str) -> User:');

  describe('and errors', () => {
    it('passes what the baseline knows, and changes nothing', async () => {
      const run = await project.check(['check']);
      assertStatus(run, 0);
      assert.match(run.stdout, new RegExp(`^Total +${DEMO_ERRORS} +${DEMO_ERRORS}$`, 'm'));
      assert.match(run.stdout, /^The type debt did not grow \(against main at [0-9a-f]{10}\)\.$/m);
      assert.equal(run.stderr, '');
      assert.equal(await git(project.folder.path, 'status', '--porcelain'), '');
    });

    it('fails on one new error, though no line of its file was touched', async () => {
      await breakServices();
      const run = await project.check(['check']);
      assertStatus(run, 1);
      assert.match(run.stdout, /^services\.py:5:\d+: new: Unsupported .*\[operator\]$/m);
      assert.match(run.stdout, /^ {4}return "Héllo 🎉 " \+ user\.name$/m);
      assert.match(run.stdout, /^✗ 1 new error$/m);
      assert.match(run.stdout, /^The type debt grew \(against main /m);
      assert.equal(run.stdout.match(/: new: /g)?.length, 1);
    });

    it('knows an error on a line that was edited, unless it is told not to', async () => {
      await project.folder.edit('services.py', 'else None', 'else (None)');
      assertStatus(await project.check(['check']), 0);
      const strict = await project.check(['check', '--edited', 'new']);
      assertStatus(strict, 1);
      assert.match(strict.stdout, /^services\.py:13:\d+: new: Incompatible return value/m);
    });

    it('tells new errors only, where the team says so', async () => {
      await breakServices();
      const run = await project.check(['check', '--new-errors', 'warn']);
      assertStatus(run, 0);
      assert.match(run.stdout, /^! 1 new error$/m);
    });

    it('fails on an error whose line was taken out of the file by hand', async () => {
      const lines = (await project.readBaseline()).split('\n');
      await project.folder.write(
        BASELINE,
        lines.filter((line) => !/"first"/.test(line)).join('\n'),
      );
      const run = await project.check(['check']);
      assertStatus(run, 1);
      assert.doesNotMatch(await project.readBaseline(), /"first"/, 'a gate changes nothing');
      assert.match(run.stdout, /^✗ 1 error whose line was taken out of the baseline file by hand/m);
      assertStatus(await project.check(['shrink']), 0);
      assert.equal(await git(project.folder.path, 'status', '--porcelain'), '');
      assertStatus(await project.check(['check']), 0);
    });

    for (const { expires, status, words } of [
      { expires: '2000-01-01', status: 1, words: /^✗ 1 new error, 1 of them expired$/m },
      { expires: '2999-12-31', status: 0, words: /^The type debt did not grow/m },
    ]) {
      it(`lets an acceptance hold until its day: ${expires}`, async () => {
        await breakServices();
        const args = ['--reason', 'names are bytes', '--expires', expires];
        assertStatus(await project.check(['update', ...args]), 0);
        const run = await project.check(['check']);
        assertStatus(run, status);
        assert.match(run.stdout, words);
      });
    }
  });

  describe('and fixed errors in the baseline', () => {
    beforeEach(fixFind);

    it('tells them, and passes', async () => {
      const run = await project.check(['check']);
      assertStatus(run, 0);
      assert.match(run.stdout, /^! 1 entry of the baseline is fixed: "mypy-ratchet shrink"/m);
      assert.equal(await git(project.folder.path, 'status', '--porcelain', BASELINE), '');
    });

    it('says nothing with --stale off', async () => {
      const run = await project.check(['check', '--stale', 'off']);
      assertStatus(run, 0);
      assert.doesNotMatch(run.stdout, /is fixed/);
    });

    it('ends with 3 with --stale fail, and with 1 when something is new too', async () => {
      const stale = await project.check(['check', '--stale', 'fail']);
      assertStatus(stale, 3);
      assert.match(stale.stdout, /^✗ 1 entry of the baseline is fixed/m);
      assert.match(stale.stdout, /^Fixed errors still stand in the baseline \(/m);
      await breakServices();
      assertStatus(await project.check(['check', '--stale', 'fail']), 1);
    });

    it('takes them out with --stale shrink, and adds nothing', async () => {
      await breakServices();
      assertStatus(await project.check(['check', '--stale', 'shrink']), 1);
      const { path } = project.folder;
      assert.equal(await git(path, 'diff', '--numstat', BASELINE), `0\t1\t${BASELINE}`);
      assert.doesNotMatch(await project.readBaseline(), /"find"/);
      await project.folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.to, BREAKING_EDIT.from);
      const run = await project.check(['check', '--stale', 'shrink']);
      assertStatus(run, 0);
      assert.doesNotMatch(run.stdout, /is fixed/);
    });

    it('changes no file for report and diff, whatever the configuration says', async () => {
      await project.folder.write('mypy-ratchet.toml', 'stale = "shrink"\n');
      assertStatus(await project.check(['report', '--format', 'text']), 0);
      assertStatus(await project.check(['diff', 'main']), 0);
      assert.equal(await git(project.folder.path, 'status', '--porcelain', BASELINE), '');
    });
  });
});
