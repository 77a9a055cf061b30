import assert from 'node:assert/strict';
import type { BaselineEntry } from '../../../src/core/baseline/baseline.js';
import { Project } from '../../../src/project/project.js';
import { ENVIRONMENT } from '../../support/arbitrary/entries.js';
import { toErrors } from '../../support/arbitrary/errors.js';
import { baselineText, HEADER } from '../../support/baseline/baseline-text.js';
import { completeRun, FakePorts } from '../../support/project/fake-ports.js';
import { PROJECT_OPTIONS } from '../../support/project/project-options.js';

const A = { path: 'a.py', code: 'misc', scope: 'f', message: 'wrong', text: 'value = f(1)' };
const B = { path: 'b.py', code: 'arg-type', scope: 'g', message: 'bad', text: 'g("two")' };

const OTHER = baselineText([], { ...ENVIRONMENT, config: 'other' });
const FOREIGN = baselineText([], { ...ENVIRONMENT, platform: 'plan9' });

describe('a project whose baseline has doubled headers', () => {
  let ports: FakePorts;
  beforeEach(() => {
    ports = new FakePorts();
  });

  function open(found: readonly BaselineEntry[]): Project {
    ports.run = async () => completeRun(toErrors(found));
    return new Project(ports, PROJECT_OPTIONS, () => undefined);
  }

  const kinds = ({ state }: Project) => state.problems.map(({ kind }) => kind);
  const withHeaders = (...headers: readonly string[]) =>
    `${headers.join('')}${baselineText([A, B]).slice(HEADER.length)}`;

  it('says so, and shrinks the file to the header that is true here', async () => {
    ports.disk = withHeaders(OTHER, HEADER);
    const project = open([A]);
    await project.check('open');
    assert.deepEqual(project.state.problems, [
      { kind: 'baseline-headers-doubled', path: '/p/mypy-baseline.jsonl', line: 2, count: 2 },
    ]);
    await project.check('save');
    assert.equal(ports.disk, baselineText([A]));
    assert.deepEqual(kinds(project), []);
  });

  it('takes the committed header in the same way where the file is damaged', async () => {
    ports.committed = withHeaders(OTHER, HEADER);
    ports.disk = 'oops\n';
    const project = open([A, B]);
    await project.check('open');
    assert.deepEqual(kinds(project), ['baseline-malformed']);
  });

  it('does not write it where no header is true here', async () => {
    ports.disk = withHeaders(OTHER, FOREIGN);
    const before = ports.disk;
    const project = open([A]);
    await project.check('save');
    assert.deepEqual(kinds(project), ['baseline-headers-doubled', 'environment-differs']);
    assert.equal((await project.shrinkBaseline()).kind, 'refused');
    assert.equal(ports.disk, before);
  });

  it('keeps the true header in a repair, before any check too', async () => {
    const project = open([A, B]);
    for (const isChecked of [false, true]) {
      if (isChecked) await project.check('open');
      ports.disk = withHeaders(OTHER, HEADER);
      const outcome = await project.repairBaseline();
      assert.ok(outcome.kind === 'repaired', JSON.stringify(outcome));
      assert.equal(outcome.cause, 'doubled-headers');
      assert.equal(outcome.total, 2);
      assert.equal(ports.disk, baselineText([A, B]));
      assert.deepEqual(kinds(project), []);
    }
  });

  it('keeps the first of the newest in a repair where nothing is known', async () => {
    ports.prepared = { kind: 'problem', problem: { kind: 'no-interpreter', rejected: [] } };
    ports.disk = withHeaders(OTHER, HEADER);
    const project = open([]);
    assert.equal((await project.repairBaseline()).kind, 'repaired');
    assert.equal(ports.disk, withHeaders(OTHER));
    assert.equal((await project.repairBaseline()).kind, 'sound');
  });
});
