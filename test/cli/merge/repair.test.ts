import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { assertStatus, BASELINE } from '../../support/cli/run-cli.js';
import { TwoBranches } from '../../support/cli/two-branches.js';
import { commitAll } from '../../support/git/repository.js';

/** So that a repair cannot find a Python by chance. */
const NO_PYTHON = ['--interpreter', '/no/such/python'];

describe('mypy-ratchet repair', () => {
  let branches: TwoBranches;

  beforeEach(async () => {
    branches = await TwoBranches.create();
  });
  afterEach(() => branches.remove());

  const repair = (...args: readonly string[]) => branches.project.run(['repair', ...args]);
  const read = () => branches.project.folder.read(BASELINE);

  async function assertRefused(content: string, words: RegExp): Promise<void> {
    await branches.project.folder.write(BASELINE, content);
    const run = await repair(...NO_PYTHON);
    assertStatus(run, 2);
    assert.match(run.stderr, words);
    assert.equal(run.stdout, '');
    assert.equal(await read(), content);
  }

  describe('after a merge without merge=union', () => {
    beforeEach(async () => {
      const { project } = branches;
      await rm(project.folder.at('.gitattributes'));
      await commitAll(project.folder.path, 'no attributes');
      await branches.branch('ours', () => branches.fix('one.py', 'd'));
      await branches.branch('theirs', () => branches.fix('one.py', 'f'));
      await project.git('checkout', '--quiet', 'ours');
      await assert.rejects(
        project.git('merge', '--quiet', 'theirs'),
        /^Error: Command failed: git merge /,
      );
    });

    it('is named by every command that cannot use the file', async () => {
      const conflicted = await read();
      for (const command of ['check', 'shrink', 'update', 'status']) {
        const { stderr } = await branches.project.check([command]);
        assert.match(stderr, /holds git's conflict markers \(line \d+\)\.$/m, command);
        assert.match(stderr, /^Run: mypy-ratchet repair$/m, command);
      }
      assertStatus(await branches.project.check(['check']), 2);
      assert.equal(await read(), conflicted);
    });

    it('keeps the entries of both sides and says how many there are', async () => {
      const run = await repair(...NO_PYTHON);
      assertStatus(run, 0);
      const taken = "git's conflict markers taken out, the entries of both sides kept";
      assert.equal(run.stdout, `${BASELINE}: ${taken}, 10 errors in all.\n`);
      assert.equal(run.stderr, '');
      assert.equal((await branches.readBaseline()).baseline.entries.length, 10);
      await branches.assertNothingNew();
      assert.equal(await branches.assertShrinksClean(), 2);
    });
  });

  it('keeps the header that is true of today, of which the gate warns', async () => {
    const whole = await read();
    const [header = ''] = whole.split('\n');
    const content = `${header.replace(/"config":"\w+"/, '"config":"other"')}\n${whole}`;
    await branches.project.folder.write(BASELINE, content);
    const check = await branches.project.check(['check', '--growth', 'off']);
    assertStatus(check, 0);
    assert.match(check.stderr, /^mypy-baseline\.jsonl has 2 headers \(line 2\), .*$/m);
    assert.match(check.stderr, /^Run: mypy-ratchet repair$/m);
    assert.doesNotMatch(check.stderr, /was written with/);
    const run = await branches.project.check(['repair']);
    assertStatus(run, 0);
    const kept = 'one header kept of several, and every entry';
    assert.equal(run.stdout, `${BASELINE}: ${kept}, 10 errors in all.\n`);
    assert.equal(await read(), whole);
  });

  it('has nothing to do where the file is sound', async () => {
    const whole = await read();
    const run = await repair(...NO_PYTHON);
    assertStatus(run, 0);
    assert.match(run.stdout, /Nothing to repair\.\n$/);
    assert.equal(await read(), whole);
  });

  it('refuses what it does not understand, and names the line', async () => {
    const whole = await read();
    const [header, ...rows] = whole.split('\n');
    const rest = rows.join('\n');
    await assertRefused(
      `${header}\n<<<<<<< HEAD\noops\n=======\n>>>>>>> b\n${rest}`,
      /^mypy-baseline\.jsonl is damaged at line 3: it is not JSON/,
    );
    await assertRefused(
      `${header}\n<<<<<<< HEAD\n${rest}`,
      /damaged at line 2: git's conflict markers are not in their order\. It is left as it is\.$/m,
    );
    await assertRefused(`${whole}[1]\n`, /damaged at line 12: an entry is /);
    await assertRefused(whole.replace('"version":1', '"version":2'), /newer Mypy Ratchet/);
  });

  it('says so where there is no baseline', async () => {
    await branches.project.folder.delete(BASELINE);
    const run = await repair(...NO_PYTHON);
    assertStatus(run, 2);
    assert.match(run.stderr, /^There is no mypy-baseline\.jsonl yet\./m);
  });

  it('stands in the help with an example', async () => {
    assert.match((await branches.project.run(['--help'])).stdout, /^ {2}repair \[options\] +take/m);
    const { stdout } = await repair('--help');
    assert.match(stdout, /^ {2}mypy-ratchet repair && git add mypy-baseline\.jsonl$/m);
  });
});
