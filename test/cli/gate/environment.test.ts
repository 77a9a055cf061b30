import assert from 'node:assert/strict';
import { CliProject } from '../../support/cli/cli-project.js';
import { assertStatus, BASELINE } from '../../support/cli/run-cli.js';
import { BREAKING_EDIT } from '../../support/project/demo-project.js';

describe('the gate and a baseline of another environment', () => {
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
  /** Writes another value into the header, as if somebody had made the baseline there. */
  async function writeHeader(field: string, value: string): Promise<string> {
    const text = await project.readBaseline();
    const changed = text.replace(new RegExp(`"${field}":"[^"]*"`), `"${field}":"${value}"`);
    assert.notEqual(changed, text);
    await project.folder.write(BASELINE, changed);
    await project.commit(`another ${field}`);
    return changed;
  }

  for (const { field, value, words } of [
    { field: 'mypy', value: '2.3.0', words: /written with mypy 2\.3\.0 \(here: 2\.4\.1\)\./ },
    { field: 'python', value: '3.7', words: /written with python 3\.7 \(here: 3\.\d+\)\./ },
    { field: 'config', value: '0123456789ab', words: /with another mypy configuration\./ },
  ]) {
    it(`warns of another ${field}, and judges the errors all the same`, async () => {
      const text = await writeHeader(field, value);
      const pass = await project.check(['check']);
      assertStatus(pass, 0);
      assert.match(pass.stderr, words);
      await breakServices();
      const fail = await project.check(['check']);
      assertStatus(fail, 1);
      assert.match(fail.stdout, /^✗ 1 new error$/m);
      assert.equal(await project.readBaseline(), text);
    });
  }

  it('warns of a real other configuration', async () => {
    await project.folder.edit('mypy.ini', 'strict = True', 'strict = True\nstrict_bytes = False');
    const run = await project.check(['check']);
    assertStatus(run, 0);
    assert.match(run.stderr, /^The baseline was written with another mypy configuration\./m);
  });

  it('does not change it, unless it is told to', async () => {
    const text = await writeHeader('mypy', '2.3.0');
    await fixFind();
    for (const args of [['shrink'], ['update'], ['check', '--stale', 'shrink']]) {
      const run = await project.check([...args]);
      assertStatus(run, 2);
      assert.match(run.stderr, /^The baseline was written with mypy 2\.3\.0/m);
      assert.equal(await project.readBaseline(), text);
    }
    const refused = await project.check(['shrink']);
    assert.match(refused.stderr, /^Give --any-environment to change it all the same\.$/m);
  });

  it('shrinks it with --any-environment, and keeps its header', async () => {
    const text = await writeHeader('mypy', '2.3.0');
    await fixFind();
    const run = await project.check(['shrink', '--any-environment']);
    assertStatus(run, 0);
    const rest = text.split('\n').filter((line) => !line.includes('"find"'));
    assert.equal(await project.readBaseline(), rest.join('\n'));
  });

  it('updates it with --any-environment, and its header too', async () => {
    await writeHeader('mypy', '2.3.0');
    assertStatus(await project.check(['update', '--any-environment']), 0);
    assert.match(await project.readBaseline(), /^\{.*"mypy":"2\.4\.1"/);
    const run = await project.check(['check']);
    assertStatus(run, 0);
    assert.equal(run.stderr, '');
  });
});
