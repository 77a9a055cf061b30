import assert from 'node:assert/strict';
import { judgeTranslations, keyedByThemselves } from '../../support/language/judge-translations.js';

function judge(text: string, translation: string): readonly string[] {
  return judgeTranslations(keyedByThemselves([text]), { [text]: translation });
}

describe('judgeTranslations', () => {
  it('finds nothing in a translation that keeps what it has to keep', () => {
    const text = '{1} of {0} in `x.py`: [Open](command:a.b) $(add)…';
    assert.deepEqual(judge(text, '$(add) Von {0} {1} in `x.py`: [Öffnen](command:a.b)…'), []);
  });

  it('asks for what is missing or empty', () => {
    const texts = keyedByThemselves(['A', 'B']);
    assert.deepEqual(judgeTranslations(texts, { B: '' }), [
      'not translated: A',
      'not translated: B',
    ]);
  });

  it('names what is translated and nowhere said', () => {
    assert.deepEqual(judgeTranslations({}, { A: 'Ä' }), ['not a text of the source: A']);
  });

  for (const [text, translation] of [
    ['{0} of {1}', '{0} von {0}'],
    ['[Open](command:a.b)', '[Öffnen](command:a.c)'],
    ['See `x.py`', 'Siehe `y.py`'],
    ['$(add) New', 'Neu'],
  ] as const) {
    it(`takes "${translation}" for no translation of "${text}"`, () => {
      assert.deepEqual(judge(text, translation), [`other places, links, icons or code: ${text}`]);
    });
  }

  it('wants the same end', () => {
    assert.deepEqual(judge('Open…', 'Öffnen'), ['ends differently: Open…']);
  });
});
