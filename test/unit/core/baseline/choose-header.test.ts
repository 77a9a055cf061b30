import assert from 'node:assert/strict';
import { chooseHeader } from '../../../../src/core/baseline/choose-header.js';
import { editBaseline } from '../../../../src/core/baseline/edit-baseline.js';
import { repairBaseline } from '../../../../src/core/baseline/repair-baseline.js';
import { ENVIRONMENT } from '../../../support/arbitrary/entries.js';
import { baselineText, HEADER, readText } from '../../../support/baseline/baseline-text.js';

const ROW = '["a.py","misc","f","wrong","x = 1"]\n';
const OTHER = { ...ENVIRONMENT, config: 'other' };
const OLDER = { ...ENVIRONMENT, mypy: '1.4.1' };
const [OTHER_HEADER, OLDER_HEADER] = [baselineText([], OTHER), baselineText([], OLDER)];

describe('choosing one of doubled headers', () => {
  it('takes the one that is true of today, wherever it stands', () => {
    const read = readText(`${OLDER_HEADER}${HEADER}${OTHER_HEADER}${ROW}`);
    for (const here of [ENVIRONMENT, OTHER]) {
      const chosen = chooseHeader(read, here);
      assert.deepEqual(chosen.baseline.environment, here);
      assert.equal(`${chosen.header}\n`, baselineText([], here));
      assert.equal(chosen.baseline.entries, read.baseline.entries);
    }
  });

  it('leaves the newest where another or none is true, and where nothing is known', () => {
    const read = readText(`${OLDER_HEADER}${HEADER}${OTHER_HEADER}${ROW}`);
    for (const here of [null, OLDER, { ...ENVIRONMENT, python: '3.9' }]) {
      assert.equal(chooseHeader(read, here), read);
      assert.deepEqual(read.baseline.environment, ENVIRONMENT);
    }
  });

  it('leaves the only one', () => {
    const read = readText(`${HEADER}${ROW}`);
    assert.equal(chooseHeader(read, OTHER), read);
  });

  it('is what a shrink and an update write, byte for byte', () => {
    const spaced = OTHER_HEADER.replace('{', '{ ');
    const chosen = chooseHeader(readText(`${HEADER}${spaced}${ROW}`), OTHER);
    assert.equal(editBaseline(chosen, { removed: new Set([0]), added: [] }), spaced);
    const update = { removed: new Set<number>(), added: [], environment: OTHER };
    assert.equal(editBaseline(chosen, update), `${spaced}${ROW}`);
  });

  it('is what a repair keeps, of a conflict too', () => {
    const conflict = `<<<<<<< HEAD\n${HEADER}=======\n${OTHER_HEADER}>>>>>>> b\n${ROW}`;
    for (const content of [`${HEADER}${OTHER_HEADER}${ROW}`, conflict]) {
      const [other, same] = [repairBaseline(content, OTHER), repairBaseline(content, ENVIRONMENT)];
      assert.ok(other.kind === 'read' && same.kind === 'read');
      assert.equal(other.content, `${OTHER_HEADER}${ROW}`);
      assert.equal(same.content, `${HEADER}${ROW}`);
    }
  });
});
