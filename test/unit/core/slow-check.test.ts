import assert from 'node:assert/strict';
import { findSlowness } from '../../../src/core/check/slow-check.js';
import { ENGLISH } from '../../../src/core/language/language.js';
import { describeProblem } from '../../../src/core/problem/describe-problem.js';

function words(elapsedMs: number, lastMs: number | null): string | undefined {
  const slowness = findSlowness({
    kind: 'checking',
    elapsedMs,
    files: null,
    lastMs,
    lastFiles: null,
  });
  return slowness === null ? undefined : describeProblem(slowness, ENGLISH).message;
}

describe('a check that takes long', () => {
  it('is told of after five times the last one, and not in the first ten seconds', () => {
    assert.equal(words(9_999, 300), undefined);
    assert.match(words(10_001, 300) ?? '', /longer than usual \(last time under 1 s\)/);
    assert.equal(words(149_000, 30_000), undefined);
    assert.match(words(151_000, 30_000) ?? '', /last time 30 s\)\. Restart/);
  });

  it('may take five minutes when it is the first', () => {
    assert.equal(words(299_000, null), undefined);
    assert.match(words(301_000, null) ?? '', /^The first check takes long/);
  });

  it('is none when nothing runs', () => {
    assert.equal(findSlowness({ kind: 'idle' }), null);
  });
});
