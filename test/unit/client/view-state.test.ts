import assert from 'node:assert/strict';
import type { TreeLook } from '../../../src/client/views/tree-model.js';
import { DEFAULT_TREE_OPTIONS } from '../../../src/client/views/tree-options.js';
import { toViewHeader as toHeader } from '../../../src/client/views/view-header.js';
import { toViewState } from '../../../src/client/views/view-state.js';
import { ENGLISH } from '../../../src/core/language/language.js';
import type { ProjectSnapshot, ShownProblem } from '../../../src/protocol/messages.js';
import {
  checking,
  counts,
  NO_INTERPRETER,
  PAUSED,
  projectResult,
  projectSnapshot,
} from '../../support/client/snapshots.js';

const ALL: TreeLook = { ...DEFAULT_TREE_OPTIONS, focusOnNew: false, language: ENGLISH };
const FOCUSED: TreeLook = { ...ALL, focusOnNew: true };
const CLEAN = projectResult({ totals: counts(0, 0), categories: [], newErrors: [] });
const WARNING: ShownProblem = {
  kind: 'configuration-warning',
  message: 'mypy warns: unused section',
  detail: '',
  remedy: 'show-log',
  severity: 'warning',
};

const toViewHeader = (snapshots: readonly ProjectSnapshot[], filter = '') =>
  toHeader(snapshots, () => '10:30', filter, ENGLISH);

describe('what the view shows', () => {
  it('shows rows, also old ones', () => {
    assert.equal(toViewState('running', [projectSnapshot()], ALL), 'rows');
    assert.equal(toViewState('running', [projectSnapshot({ stale: PAUSED })], ALL), 'rows');
  });

  it('waits until the first check is complete', () => {
    assert.equal(toViewState('starting', [], ALL), 'waiting');
    assert.equal(toViewState('running', [projectSnapshot({ result: null })], ALL), 'waiting');
  });

  it('says what keeps the first check from being complete', () => {
    const stopped = projectSnapshot({ result: null, stale: NO_INTERPRETER });
    assert.equal(toViewState('running', [stopped], ALL), 'noInterpreter');
    assert.equal(toViewState('running', [{ ...stopped, stale: PAUSED }], ALL), 'rows');
    assert.equal(toViewState('failed', [], ALL), 'broken');
  });

  it('is clean only when mypy has found nothing', () => {
    assert.equal(toViewState('running', [projectSnapshot({ result: CLEAN })], ALL), 'clean');
    const old = projectResult({ totals: counts(8, 8), categories: [], newErrors: [] });
    assert.equal(
      toViewState('running', [projectSnapshot({ result: old })], FOCUSED),
      'noNewErrors',
    );
  });

  it('invites to a baseline where there is neither an error nor one', () => {
    const first = projectSnapshot({ result: CLEAN, presence: 'absent' });
    assert.equal(toViewState('running', [first], ALL), 'noBaseline');
  });

  it('says that a filter hides everything', () => {
    const look: TreeLook = { ...FOCUSED, text: 'nothing is called so' };
    assert.equal(toViewState('running', [projectSnapshot()], look), 'filtered');
  });
});

describe('what stands around the rows', () => {
  it('counts the new errors on the badge, and all above the rows', () => {
    assert.deepEqual(toViewHeader([projectSnapshot()]), {
      badge: { value: 1, tooltip: '1 new error' },
      message: '8 errors  \u22121  +1 new',
    });
  });

  it('says that rows are left out', () => {
    const { message } = toViewHeader([projectSnapshot()], '“cart”');
    assert.equal(message, '8 errors  \u22121  +1 new\nFilter: “cart”');
  });

  it('has no badge without a baseline', () => {
    const header = toViewHeader([projectSnapshot({ presence: 'absent' })]);
    assert.deepEqual(header, { badge: undefined, message: '8 errors' });
  });

  it('adds the projects up, and leaves out those that have no result', () => {
    const second = projectSnapshot({ project: 'file:///stock' });
    assert.equal(toViewHeader([projectSnapshot(), second]).badge?.value, 2);
    const unchecked = projectSnapshot({ result: null, presence: 'absent' });
    assert.equal(toViewHeader([unchecked]).message, '');
    assert.equal(toViewHeader([projectSnapshot(), unchecked]).message, '8 errors  \u22121  +1 new');
  });

  it('leaves it to the welcome to say that there is nothing', () => {
    assert.equal(toViewHeader([projectSnapshot({ result: CLEAN })]).message, '');
  });

  it('says why the rows are old, on two lines at most', () => {
    const snapshot = projectSnapshot({ stale: PAUSED, problems: [WARNING] });
    assert.equal(toViewHeader([snapshot]).message, `${PAUSED.message}\n${WARNING.message}`);
    const more = { ...snapshot, problems: [WARNING, WARNING] };
    assert.equal(toViewHeader([more]).message, `${PAUSED.message}\nand 2 more problems`);
  });

  describe('before mypy has run', () => {
    const activity = checking({ elapsedMs: 4_200, files: 120, lastMs: 8_000, lastFiles: 260 });
    const progress = 'Checking… 120 of about 260 files, 4 s (last time 8 s)';

    it('says how far the first check is', () => {
      const first = projectSnapshot({ activity, result: null });
      assert.equal(toViewHeader([first]).message, progress);
      assert.doesNotMatch(toViewHeader([projectSnapshot({ activity })]).message, /Checking/);
    });

    it('says of when the result of the last session is', () => {
      const result = projectResult({ authority: 'last-session' });
      const totals = '8 errors  \u22121  +1 new, as of 10:30';
      assert.equal(toViewHeader([projectSnapshot({ result })]).message, totals);
      const checking = projectSnapshot({ result, activity });
      assert.equal(toViewHeader([checking]).message, `${totals}\n${progress}`);
      const failed = projectSnapshot({ result, stale: PAUSED });
      assert.equal(toViewHeader([failed]).message, `${PAUSED.message}\n${totals}`);
      const clean = { ...CLEAN, authority: 'last-session' } as const;
      const header = toViewHeader([projectSnapshot({ result: clean })]);
      assert.equal(header.message, '0 errors, as of 10:30');
    });
  });

  it('names the project where there are several', () => {
    const second = projectSnapshot({ project: 'file:///stock', name: 'stock', stale: PAUSED });
    assert.equal(toViewHeader([projectSnapshot(), second]).message, `stock: ${PAUSED.message}`);
  });
});
