import assert from 'node:assert/strict';
import { toStatusText } from '../../../src/client/status/status-text.js';
import { formatDuration, toStatusTooltip } from '../../../src/client/status/status-tooltip.js';
import { ENGLISH } from '../../../src/core/language/language.js';
import type { ProjectSnapshot } from '../../../src/protocol/messages.js';
import {
  checking,
  counts,
  NO_INTERPRETER,
  PAUSED,
  projectResult,
  projectSnapshot,
} from '../../support/client/snapshots.js';

const formatTime = () => '10:30';

function textOf(...snapshots: readonly ProjectSnapshot[]): string | undefined {
  return toStatusText('running', snapshots, formatTime, ENGLISH)?.text;
}

describe('the status bar', () => {
  it('shows nothing before a project is there', () => {
    assert.equal(toStatusText('starting', [], formatTime, ENGLISH), undefined);
    assert.equal(toStatusText('off', [], formatTime, ENGLISH), undefined);
  });

  it('says that a server is started again', () => {
    const status = toStatusText('starting', [projectSnapshot()], formatTime, ENGLISH);
    assert.deepEqual(status, {
      text: '$(sync~spin) mypy',
      spoken: 'The language server is started again',
      broken: false,
    });
  });

  it('says that nothing is run in a workspace that nobody trusts', () => {
    const stale = { ...PAUSED, kind: 'workspace-untrusted' } as const;
    const result = projectResult({ authority: 'baseline' });
    const untrusted = projectSnapshot({ stale, result, checker: null });
    assert.equal(textOf(untrusted), '$(shield) mypy');
    assert.doesNotMatch(toStatusTooltip([untrusted], formatTime, ENGLISH), /Checked/);
  });

  it('shows how many errors are new', () => {
    assert.equal(textOf(projectSnapshot()), '$(error) mypy +1');
    const result = projectResult({ totals: counts(8, 10, 0, 2), newErrors: [] });
    assert.equal(textOf(projectSnapshot({ result })), '$(check) mypy 0 new');
    assert.equal(textOf(projectSnapshot(), projectSnapshot()), '$(error) mypy +2');
  });

  it('keeps the count while mypy is checking', () => {
    const activity = checking({ files: 3, lastMs: 500 });
    assert.equal(textOf(projectSnapshot({ activity })), '$(sync~spin) mypy +1');
    assert.equal(textOf(projectSnapshot({ activity, result: null })), '$(sync~spin) mypy');
  });

  it('says of when a result of the last session is, checking or not', () => {
    const result = projectResult({ authority: 'last-session' });
    const activity = checking();
    assert.equal(
      textOf(projectSnapshot({ result, activity })),
      '$(sync~spin) mypy +1, as of 10:30',
    );
    const idle = toStatusText('running', [projectSnapshot({ result })], formatTime, ENGLISH);
    assert.deepEqual(idle, {
      text: '$(history) mypy +1, as of 10:30',
      spoken: 'mypy: +1 as of 10:30',
      broken: false,
    });
    const failed = projectSnapshot({ result, stale: PAUSED });
    assert.equal(textOf(failed), '$(debug-pause) mypy paused');
  });

  it('does not call an old result a result', () => {
    assert.equal(textOf(projectSnapshot({ stale: PAUSED })), '$(debug-pause) mypy paused');
  });

  it('does not call a project without a baseline clean', () => {
    assert.equal(
      textOf(projectSnapshot({ presence: 'absent' })),
      '$(circle-slash) mypy: no baseline',
    );
    assert.equal(textOf(projectSnapshot({ result: null })), '$(circle-outline) mypy');
  });

  it('asks for no baseline where there is nothing to put in it', () => {
    const result = projectResult({ totals: counts(0, 0), categories: [], newErrors: [] });
    const clean = projectSnapshot({ presence: 'absent', result });
    assert.equal(textOf(clean), '$(check) mypy 0 errors');
  });

  it('is broken only when a person has to act', () => {
    const broken = (snapshot: ProjectSnapshot) =>
      toStatusText('running', [snapshot], formatTime, ENGLISH)?.broken;
    assert.equal(broken(projectSnapshot({ stale: NO_INTERPRETER })), true);
    assert.equal(broken(projectSnapshot({ problems: [NO_INTERPRETER] })), true);
    assert.equal(broken(projectSnapshot({ stale: PAUSED })), false);
    assert.equal(broken(projectSnapshot()), false);
    assert.equal(toStatusText('failed', [], formatTime, ENGLISH)?.broken, true);
  });
});

describe("the status bar's tooltip", () => {
  const tooltipOf = (...snapshots: readonly ProjectSnapshot[]) =>
    toStatusTooltip(snapshots, formatTime, ENGLISH);

  it('says the totals, the categories, when and with what', () => {
    assert.deepEqual(tooltipOf(projectSnapshot()).split('\n\n'), [
      '8 errors, 9 in the committed baseline, 1 new, 2 fixed',
      '- Calls and signatures: 3  +1 new\n- Missing type annotations: 5  \u22122',
      'Checked 10:30 in 1.8 s',
      'mypy 2\\.4\\.1 \\(Python 3\\.11\\), prewarmed',
    ]);
  });

  it('says that a result is of the last session, and how far the first check is', () => {
    const result = projectResult({ authority: 'last-session' });
    const activity = checking({ elapsedMs: 4_200, files: 120, lastMs: 8_000, lastFiles: 260 });
    const lines = tooltipOf(projectSnapshot({ result, activity })).split('\n\n');
    assert.deepEqual(lines.slice(2, 4), [
      '$(history) Checked 10:30 in 1.8 s, in the last session',
      'Checking… 120 of about 260 files, 4 s (last time 8 s)',
    ]);
  });

  it('names the projects where there are several', () => {
    const tooltip = tooltipOf(projectSnapshot(), projectSnapshot({ name: 'stock' }));
    assert.match(tooltip, /\*\*shop\*\*.*\n---\n.*\*\*stock\*\*/s);
  });

  it('shows a message as it is, whatever Markdown would make of it', () => {
    const stale = { ...PAUSED, message: 'see [here](command:x) $(flame) `a`' };
    const [first] = tooltipOf(projectSnapshot({ stale })).split('\n\n');
    assert.equal(first, '$(warning) see \\[here\\]\\(command:x\\) \\$\\(flame\\) \\`a\\`');
  });

  it('rounds durations to what a person can tell apart', () => {
    assert.equal(formatDuration(182, ENGLISH), '0.2 s');
    assert.equal(formatDuration(12_400, ENGLISH), '12 s');
  });
});
