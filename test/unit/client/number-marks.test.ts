import assert from 'node:assert/strict';
import { numberMarks } from '../../../src/client/language/number-marks.js';
import { ENGLISH_OPTIONS, openLanguage } from '../../../src/core/language/language.js';

describe('numberMarks', () => {
  it('writes numbers as the language does', () => {
    const numbers = ['en', 'de', 'fr', 'pt-br'].map((tag) => {
      const { number, decimal } = openLanguage({ ...ENGLISH_OPTIONS, ...numberMarks(tag) });
      return `${number(12_345)} ${decimal(0.5)}`;
    });
    assert.deepEqual(numbers, ['12,345 0.5', '12.345 0,5', '12\u202f345 0,5', '12.345 0,5']);
  });
});
