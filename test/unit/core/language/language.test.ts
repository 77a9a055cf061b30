import assert from 'node:assert/strict';
import { ENGLISH, openLanguage, phrase, verbatim } from '../../../../src/core/language/language.js';

describe('Language', () => {
  const german = openLanguage({
    translations: {
      '{0} of {1}': '{1} hat {0}',
      '1 error in {1}': '1 Fehler in {1}',
      '{0} errors in {1}': '{0} Fehler in {1}',
    },
    separator: '.',
    decimalMark: ',',
  });

  it('says a text with its values, in the order of the translation', () => {
    assert.equal(ENGLISH.say('{0} of {1}', 'a', 2), 'a of 2');
    assert.equal(german.say('{0} of {1}', 'a', 2), '2 hat a');
  });

  it('keeps what has no translation, and places that have no value', () => {
    assert.equal(german.say('as it is'), 'as it is');
    assert.equal(ENGLISH.say('{0} {1}', 'a'), 'a {1}');
  });

  it('puts values in as they are', () => {
    assert.equal(ENGLISH.say('{0}', '$& {1} $1'), '$& {1} $1');
  });

  it('says what a phrase says, and leaves the words of others alone', () => {
    assert.equal(german.express(phrase('{0} of {1}', 'a', 2)), '2 hat a');
    assert.equal(german.express(verbatim('{0} of {1}')), '{0} of {1}');
  });

  it('tells one from several', () => {
    const tell = (amount: number) =>
      german.count(amount, '1 error in {1}', '{0} errors in {1}', 'a.py');
    assert.deepEqual([0, 1, 3636].map(tell), [
      '0 Fehler in a.py',
      '1 Fehler in a.py',
      '3.636 Fehler in a.py',
    ]);
  });

  it('writes numbers and changes', () => {
    assert.deepEqual([999, 1000, 1234567].map(german.number), ['999', '1.000', '1.234.567']);
    assert.deepEqual([german.decimal(0.25), ENGLISH.decimal(12)], ['0,3', '12.0']);
    assert.deepEqual([-1234, 0, 5].map(ENGLISH.change), ['−1,234', '', '+5']);
  });
});
