import assert from 'node:assert/strict';
import type { BaselineEntry } from '../../../src/core/baseline/baseline.js';
import { serialiseBaseline } from '../../../src/core/baseline/serialise-baseline.js';
import type { CheckOptions } from '../../../src/mypy/checker/checker.js';
import { Project } from '../../../src/project/project.js';
import type { ProjectState } from '../../../src/project/project-state.js';
import { ENVIRONMENT } from '../../support/arbitrary/entries.js';
import { toErrors } from '../../support/arbitrary/errors.js';
import { completeRun, FakePorts } from '../../support/project/fake-ports.js';
import { PROJECT_OPTIONS } from '../../support/project/project-options.js';

const A = { path: 'a.py', code: 'misc', scope: 'f', message: 'wrong', text: 'value = f(1)' };
const B = { path: 'b.py', code: 'arg-type', scope: 'g', message: 'bad', text: 'g("two")' };
const C = { path: 'c.py', code: 'return', scope: 'h', message: 'missing', text: 'def h() -> int:' };

const write = (...entries: readonly BaselineEntry[]) =>
  serialiseBaseline({ environment: ENVIRONMENT, entries });

describe("what mypy's daemon says", () => {
  let ports: FakePorts;
  let project: Project;
  let listeners: Set<(state: ProjectState) => void>;
  /** What plain mypy and its daemon find, and who was asked. */
  let plain: readonly BaselineEntry[];
  let daemon: readonly BaselineEntry[];
  let asked: CheckOptions['authority'][];

  beforeEach(() => {
    ports = new FakePorts();
    listeners = new Set();
    [plain, daemon, asked] = [[A, B], [], []];
    ports.disk = ports.committed = write(A, B);
    ports.run = async ({ authority }) => {
      asked.push(authority);
      if (authority === 'any') return { ...completeRun(toErrors(daemon)), authority: 'preview' };
      return completeRun(toErrors(plain));
    };
    project = open(2 ** 31 - 1);
  });

  afterEach(() => project.dispose());

  function open(confirmAfterMs: number): Project {
    const options = { ...PROJECT_OPTIONS, confirmAfterMs };
    return new Project(ports, options, (state) => {
      for (const listener of listeners) listener(state);
    });
  }

  const shown = () => project.state.result?.reconciliation.errors.map(({ error }) => error.path);
  const totals = () => project.state.result?.summary.totals;

  it('is not asked before plain mypy has looked once, nor for a command', async () => {
    await project.check('save', ['/p/a.py']);
    await project.check('command');
    await project.check('head');
    assert.deepEqual(asked, ['plain', 'plain', 'plain']);
    await project.check('save', ['/p/a.py']);
    assert.deepEqual(asked.slice(3), ['any']);
  });

  it('is believed about edited files only', async () => {
    await project.check('open');
    daemon = [A, C];
    await project.check('save', ['/p/a.py']);
    assert.deepEqual(shown(), ['a.py', 'b.py']);
    assert.equal(project.state.result?.authority, 'preview');
    await project.check('save', ['/p/c.py']);
    assert.deepEqual(shown(), ['a.py', 'b.py', 'c.py']);
    assert.equal(totals()?.new, 1);
  });

  it('counts nothing as fixed and writes nothing', async () => {
    await project.check('open');
    daemon = [B];
    await project.check('save', ['/p/a.py']);
    assert.deepEqual(shown(), ['b.py']);
    assert.deepEqual(totals(), { current: 2, committed: 2, new: 0, fixed: 0 });
    assert.equal(ports.writes, 0);
  });

  it('is confirmed when nobody saves any more, and then the file follows', async () => {
    await project.dispose();
    project = open(0);
    await project.check('open');
    plain = daemon = [B];
    const confirmed = new Promise<void>((resolve) => {
      listeners.add(({ result }) => {
        if (result?.authority === 'plain' && result.summary.totals.fixed === 1) resolve();
      });
    });
    await project.check('save', ['/p/a.py']);
    await confirmed;
    await project.check('command');
    assert.equal(ports.disk, write(B));
  });

  it('is corrected by plain mypy', async () => {
    await project.check('open');
    daemon = [C];
    await project.check('save', ['/p/a.py', '/p/c.py']);
    assert.equal(totals()?.new, 1);
    await project.check('confirm');
    assert.deepEqual(shown(), ['a.py', 'b.py']);
    assert.equal(totals()?.new, 0);
    assert.equal(ports.writes, 0);
  });

  it('is confirmed before an error is accepted', async () => {
    await project.check('open');
    plain = daemon = [A, B, C];
    await project.check('save', ['/p/c.py']);
    const id = project.state.result?.ids[2] ?? '';
    const outcome = await project.acceptErrors([id]);
    assert.equal(outcome.kind, 'written');
    assert.deepEqual(asked, ['plain', 'any', 'plain']);
    assert.equal(ports.disk, write(A, B, C));
  });

  it('counts as edited what was saved while plain mypy ran', async () => {
    await project.check('open');
    const run = ports.run;
    ports.run = async (options) => {
      if (options.authority !== 'any') void project.check('save', ['/p/c.py']);
      ports.run = run;
      return run(options);
    };
    daemon = [A, B, C];
    await project.check('command');
    await project.check('save', []);
    assert.deepEqual(shown(), ['a.py', 'b.py', 'c.py']);
  });
});
