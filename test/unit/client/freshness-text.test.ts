import assert from 'node:assert/strict';
import {
  describeAge,
  describeFirstCheck,
  formatMoment,
} from '../../../src/client/views/freshness-text.js';
import type { ProjectActivity } from '../../../src/core/check/project-activity.js';
import { ENGLISH } from '../../../src/core/language/language.js';
import type { ProjectSnapshot } from '../../../src/protocol/messages.js';
import { checking, projectResult, projectSnapshot } from '../../support/client/snapshots.js';

const NOTHING_KNOWN = checking({ elapsedMs: 4_400 });

function firstCheck(known: Partial<Extract<ProjectActivity, { kind: 'checking' }>>): string {
  return describeFirstCheck(
    [projectSnapshot({ result: null, activity: { ...NOTHING_KNOWN, ...known } })],
    ENGLISH,
  );
}

describe('the words for how fresh a result is', () => {
  it('say as much of the first check as is known', () => {
    assert.equal(firstCheck({}), 'Checking… 4 s');
    assert.equal(firstCheck({ lastMs: 8_100 }), 'Checking… 4 s (last time 8 s)');
    assert.equal(firstCheck({ files: 0 }), 'Checking… 4 s');
    assert.equal(firstCheck({ files: 120 }), 'Checking… 120 files, 4 s');
    assert.equal(
      firstCheck({ files: 120, lastFiles: 260 }),
      'Checking… 120 of about 260 files, 4 s',
    );
    assert.equal(firstCheck({ files: 300, lastFiles: 260 }), 'Checking… 300 files, 4 s');
    assert.equal(firstCheck({ elapsedMs: 150_000 }), 'Checking… 2 min 30 s');
  });

  it('say nothing of a check when there is a result of now, or none runs', () => {
    assert.equal(describeFirstCheck([projectSnapshot({ activity: NOTHING_KNOWN })], ENGLISH), '');
    assert.equal(describeFirstCheck([projectSnapshot({ result: null })], ENGLISH), '');
  });

  it('are about the longest check and the oldest result of several projects', () => {
    const old = (checkedAt: number): ProjectSnapshot =>
      projectSnapshot({ result: projectResult({ authority: 'last-session', checkedAt }) });
    assert.equal(describeAge([old(3), old(2), projectSnapshot()], String, ENGLISH), 'as of 2');
    const checking = (elapsedMs: number) => ({
      ...old(1),
      activity: { ...NOTHING_KNOWN, elapsedMs },
    });
    assert.equal(describeFirstCheck([checking(1_000), checking(9_000)], ENGLISH), 'Checking… 9 s');
  });

  it('are about a result that files have changed since, too', () => {
    const result = projectResult({ checkedAt: 7 });
    assert.equal(describeAge([projectSnapshot({ result })], String, ENGLISH), '');
    const outdated = projectSnapshot({ result, isOutdated: true });
    assert.equal(describeAge([outdated], String, ENGLISH), 'as of 7');
  });

  it('name the day where it is another one', () => {
    const now = new Date(2026, 10, 24, 9, 0).getTime();
    const minutes = (text: string) => /02/.test(text);
    const today = formatMoment(new Date(2026, 10, 24, 8, 2).getTime(), now, undefined);
    const before = formatMoment(new Date(2026, 10, 23, 8, 2).getTime(), now, undefined);
    assert.ok(minutes(today) && minutes(before));
    assert.match(before, /23/);
    assert.doesNotMatch(today, /24/);
    assert.match(formatMoment(new Date(2026, 9, 23, 8, 2).getTime(), now, 'de'), /23\. Okt.*08:02/);
  });
});
