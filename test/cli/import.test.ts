import assert from 'node:assert/strict';
import { CliProject } from '../support/cli/cli-project.js';
import { BASELINE } from '../support/cli/run-cli.js';
import { DEMO_ERRORS, DEMO_FILES } from '../support/project/demo-project.js';

/** As mypy-baseline 0.7 writes it: line 0, sorted by nothing in particular, a summary's end cut. */
const OTHER_BASELINE = `models.py:0: error: Function is missing a type annotation  [no-untyped-def]
models.py:0: error: Incompatible return value type (got "str", expected "int")  [return-value]
gone.py:0: error: Name "lost" is not defined  [name-defined]
`;

describe('import', () => {
  let project: CliProject;

  beforeEach(async () => {
    project = await CliProject.create(DEMO_FILES);
  });
  afterEach(() => project.remove());

  it("takes over mypy-baseline's file: what it tolerated, and nothing else", async () => {
    await project.folder.write('mypy-baseline.txt', OTHER_BASELINE);
    const { status, stdout, stderr } = await project.check(['import', 'mypy-baseline.txt']);
    assert.equal(status, 0, stderr);
    assert.deepEqual(stdout.split('\n'), [
      `${BASELINE}: 2 errors added, 2 errors in all.`,
      '1 error of mypy-baseline.txt is fixed meanwhile.',
      `${DEMO_ERRORS - 2} errors of today are not in it: they are new.`,
      '',
    ]);
    const paths = (await project.entries()).map((line) => /^\["([^"]*)"/.exec(line)?.[1]);
    assert.deepEqual(paths, ['models.py', 'models.py']);
    assert.equal((await project.check(['check'])).status, 1);
  });

  for (const [name, line] of [
    [
      'text',
      'models.py:11: error: Incompatible return value type (got "str", expected "int")  [return-value]\nFound 1 error in 1 file (checked 2 source files)\n',
    ],
    [
      'JSON',
      `${JSON.stringify({ file: 'models.py', line: 11, column: 11, message: 'Incompatible return value type (got "str", expected "int")', hint: null, code: 'return-value', severity: 'error' })}\n`,
    ],
  ] as const) {
    it(`takes over what mypy printed as ${name}`, async () => {
      await project.folder.write('old.out', line);
      const { status, stderr } = await project.check(['import', 'old.out']);
      assert.equal(status, 0, stderr);
      const entries = await project.entries();
      assert.equal(entries.length, 1);
      assert.match(entries[0] ?? '', /^\["models\.py","return-value","age",/);
    });
  }

  it('writes nothing of a file that is something else', async () => {
    await project.folder.write(
      'junk.txt',
      `${OTHER_BASELINE}Traceback \u001b[31m(most recent call last):\n`,
    );
    const { status, stderr } = await project.check(['import', 'junk.txt']);
    assert.equal(status, 2);
    assert.match(stderr, /^not understood: Traceback ␛\[31m/m);
    assert.match(stderr, /^1 line of junk\.txt is no error of mypy\. Nothing was written\.$/m);
    const missing = await project.check(['import', 'no-such-file.txt']);
    assert.equal(missing.status, 2);
    assert.match(missing.stderr, /no-such-file\.txt could not be read/);
    assert.equal(await project.git('status', '--porcelain'), '?? junk.txt');
  });

  it('refuses where a baseline is, and leaves it', async () => {
    await project.commitBaseline();
    await project.folder.write('mypy-baseline.txt', OTHER_BASELINE);
    const { status, stderr } = await project.check(['import', 'mypy-baseline.txt']);
    assert.equal(status, 2);
    assert.match(stderr, /mypy-baseline\.jsonl is there already/);
    assert.equal(await project.git('status', '--porcelain'), '?? mypy-baseline.txt');
  });
});
