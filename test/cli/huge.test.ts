import assert from 'node:assert/strict';
import { CliProject } from '../support/cli/cli-project.js';
import { writeHugeBaseline, writeHugeOutput } from '../support/cli/huge-inputs.js';
import { BASELINE } from '../support/cli/run-cli.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { commitAll } from '../support/git/repository.js';

/** A tenth of what was measured by hand: 20 MB and 100,000 lines, in a quarter of the memory. */
const ENTRIES = 100_000;
/** Megabytes of V8's heap; the process ends with an error when it needs more. */
const HEAP = ['--max-old-space-size=500'];

const HEADER =
  '{"format":"mypy-ratchet-baseline","version":1,"mypy":"2.4.1","python":"3.11","platform":"linux","config":"","targets":[]}\n';

describe('huge input', function () {
  this.timeout(60_000);
  let project: CliProject;
  let inputs: TemporaryFolder;

  beforeEach(async () => {
    inputs = await TemporaryFolder.create('inputs');
    project = await CliProject.create({ 'mypy.ini': '[mypy]\n', 'a.py': 'x = 1\n' });
  });
  afterEach(async () => {
    await project.remove();
    await inputs.remove();
  });

  it('judges an output of as many errors, all of them new', async () => {
    await project.folder.write(BASELINE, HEADER);
    await writeHugeOutput(inputs.at('mypy.txt'), ENTRIES);
    const { status, stdout, stderr } = await judge('mypy.txt');
    assert.equal(status, 1, stderr);
    assert.match(stdout, /^✗ 100,000 new errors$/m);
  });

  it('judges an output against a committed baseline of as many entries', async () => {
    await writeHugeBaseline(project.folder.at(BASELINE), HEADER, ENTRIES);
    await commitAll(project.folder.path, 'baseline');
    await writeHugeOutput(inputs.at('mypy.txt'), 10);
    const { status, stderr } = await judge('mypy.txt');
    assert.equal(status, 2);
    assert.match(stderr, /checked 1 file, and the baseline has errors in 2000/);
  });

  it('fails on a baseline of one endless line, and names the line', async () => {
    await project.folder.write(BASELINE, `${HEADER}["a.py","${'x'.repeat(20_000_000)}`);
    await writeHugeOutput(inputs.at('mypy.txt'), 10);
    const { status, stderr } = await judge('mypy.txt');
    assert.equal(status, 2);
    assert.match(stderr, /mypy-baseline\.jsonl.*line 2/);
    assert.ok(stderr.length < 2_000, `${stderr.length} characters`);
  });

  function judge(file: string) {
    return project.run(['check', '--from-output', inputs.at(file)], { nodeArgs: HEAP });
  }
});
