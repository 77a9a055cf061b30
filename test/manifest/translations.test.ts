import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CollectedTexts, collectTexts } from '../support/language/collect-texts.js';
import { judgeTranslations, keyedByThemselves } from '../support/language/judge-translations.js';
import {
  readTranslations,
  TranslationFiles,
  writeTranslations,
} from '../support/language/translation-files.js';

const ROOT = join(__dirname, '..', '..', '..');
const FILES = new TranslationFiles(ROOT);

describe('the texts that a person reads', () => {
  let collected: CollectedTexts;

  before(() => {
    collected = collectTexts(ROOT);
  });

  const manifest = readTranslations(FILES.manifestPath());

  it('are literals, so that they can be translated', () => {
    assert.deepEqual(collected.unreadable, []);
  });

  for (const language of FILES.languages()) {
    // `npm run l10n` adds what is missing.
    it(`are translated to ${language} in the source`, () => {
      const translations = readTranslations(FILES.bundlePath(language));
      assert.deepEqual(judgeTranslations(keyedByThemselves(collected.texts), translations), []);
    });

    it(`are translated to ${language} in package.json`, () => {
      const translations = readTranslations(FILES.manifestPath(language));
      assert.deepEqual(judgeTranslations(manifest, translations), []);
    });
  }

  it('are in sorted files', () => {
    const files = FILES.languages().flatMap((language) => [
      FILES.bundlePath(language),
      FILES.manifestPath(language),
    ]);
    assert.ok(files.length > 0);
    for (const file of [FILES.manifestPath(), ...files]) {
      assert.equal(readFileSync(file, 'utf8'), writeTranslations(readTranslations(file)), file);
    }
  });
});
