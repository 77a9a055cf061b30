import assert from 'node:assert/strict';
import { describeCounts, spellCounts } from '../../../src/client/views/counts-text.js';
import { ENGLISH } from '../../../src/core/language/language.js';
import { counts, projectSnapshot } from '../../support/client/snapshots.js';

describe('the text of counts', () => {
  it('shows the count, the difference and what is new', () => {
    assert.equal(describeCounts(counts(250, 252, 0, 2), true, ENGLISH), '250  \u22122');
    assert.equal(describeCounts(counts(250, 252, 1, 3), true, ENGLISH), '250  \u22122  +1 new');
    assert.equal(describeCounts(counts(7, 7, 1, 1), true, ENGLISH), '7  +1 new');
    assert.equal(describeCounts(counts(7, 7), true, ENGLISH), '7');
  });

  it('does not say the same number twice', () => {
    assert.equal(describeCounts(counts(251, 250, 1), true, ENGLISH), '251  +1 new');
  });

  it('shows only the count where there is nothing to compare with', () => {
    assert.equal(describeCounts(counts(1250, 0, 1250), false, ENGLISH), '1,250');
    assert.equal(
      spellCounts(counts(1250, 0, 1250), projectSnapshot({ presence: 'absent' }), ENGLISH),
      '1,250 errors',
    );
  });

  it('spells everything for a screen reader', () => {
    assert.equal(
      spellCounts(counts(250, 252, 1, 3), projectSnapshot(), ENGLISH),
      '250 errors, 252 in the committed baseline, 1 new, 3 fixed',
    );
    const uncommitted = projectSnapshot({ presence: 'uncommitted' });
    assert.equal(spellCounts(counts(1, 1), uncommitted, ENGLISH), '1 error, 1 in the baseline');
    const compared = projectSnapshot({ comparedWith: 'origin/main' });
    assert.equal(
      spellCounts(counts(1, 1), compared, ENGLISH),
      '1 error, 1 in the baseline at origin/main',
    );
  });
});
