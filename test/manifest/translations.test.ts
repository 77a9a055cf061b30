import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../../src/core/json/is-record.js';
import { type CollectedTexts, collectTexts } from '../support/language/collect-texts.js';
import { judgeTranslations, keyedByThemselves } from '../support/language/judge-translations.js';
import {
  readTranslations,
  TranslationFiles,
  writeTranslations,
} from '../support/language/translation-files.js';
import { parseManifest } from './parse-manifest.js';
import { keyOf, readManifest, readRawManifest } from './read-manifest.js';

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

describe('the texts of package.json', () => {
  const raw = readRawManifest(ROOT);

  it('are keys, each of them with a text', () => {
    const keys = new Set(textsIn(raw).flatMap(({ text }) => keyOf(text) ?? []));
    const texts = readTranslations(FILES.manifestPath());
    assert.deepEqual([...keys].sort(), Object.keys(texts).sort());
  });

  it('are nowhere written out', () => {
    const written = textsIn(raw).filter(
      ({ name, text }) => READ.has(name) && keyOf(text) === undefined && text !== 'Mypy Ratchet',
    );
    assert.deepEqual(written, []);
  });

  for (const language of FILES.languages()) {
    it(`have in ${language} the same pictures with other words`, () => {
      assert.deepEqual(picturesOf(language).map(withoutWords), picturesOf().map(withoutWords));
    });
  }
});

/** The properties that hold what a person reads. */
const READ: ReadonlySet<string> = new Set([
  'title',
  'contextualTitle',
  'displayName',
  'description',
  'userDescription',
  'markdownDescription',
  'markdownEnumDescriptions',
  'patternErrorMessage',
  'contents',
  'altText',
]);

interface NamedText {
  /** Of the property that the text, or the list with it, is the value of. */
  readonly name: string;
  readonly text: string;
}

/** Every text in a value of package.json; the inputs of tools are described to assistants only. */
function textsIn(value: unknown, name = ''): readonly NamedText[] {
  if (name === 'inputSchema') return [];
  if (typeof value === 'string') return [{ name, text: value }];
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, name));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, key));
}

function picturesOf(language?: string): readonly string[] {
  const { walkthroughs } = parseManifest(readManifest(ROOT, language));
  return walkthroughs.flatMap(({ steps }) => steps.map(({ picture }) => picture));
}

function withoutWords(picture: string): string {
  return readFileSync(join(ROOT, picture), 'utf8').replace(/>[^<\n]+</g, '><');
}
