import assert from 'node:assert/strict';
import { ENGLISH } from '../../../src/core/language/language.js';
import { readInitializationOptions } from '../../../src/server/initialization-options.js';

describe('what a client says at the start', () => {
  const languageOf = (language: unknown) => readInitializationOptions({ language }).language;

  it('gives the server a folder and a language', () => {
    const options = {
      storageFolder: '/caches',
      language: { translations: { Plan: 'Projet' }, separator: ' ', decimalMark: ',' },
    };
    const { storageFolder, language } = readInitializationOptions(options);
    assert.equal(storageFolder, '/caches');
    assert.equal(language.say('Plan'), 'Projet');
    assert.equal(language.number(1234), '1 234');
    assert.equal(language.decimal(0.5), '0,5');
  });

  it('leaves English where another editor says nothing of a language, or nonsense', () => {
    for (const value of [undefined, null, 'de', 7, [], { language: 'de' }]) {
      assert.deepEqual(readInitializationOptions(value), {
        storageFolder: undefined,
        language: ENGLISH,
      });
    }
    assert.equal(languageOf({ translations: null }), ENGLISH);
    const { say, number } = languageOf({ translations: { Plan: 7, Now: 'Jetzt' }, separator: 1 });
    assert.deepEqual([say('Plan'), say('Now'), number(1234)], ['Plan', 'Jetzt', '1,234']);
  });
});
