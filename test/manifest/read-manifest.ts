import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Translations } from '../../src/core/language/language.js';
import { readTranslations, TranslationFiles } from '../support/language/translation-files.js';

/** A whole text that stands for another one, as VS Code reads package.json. */
const KEY = /^%([^%]+)%$/;

/**
 * package.json as VS Code understands it.
 *
 * @param language - Of the person; undefined for English.
 */
export function readManifest(root: string, language?: string) {
  const texts = readTranslations(new TranslationFiles(root).manifestPath(language));
  return localise(readRawManifest(root), texts);
}

/** package.json as it is written, with keys for texts. */
export function readRawManifest(root: string) {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
}

function localise(value: unknown, texts: Translations) {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) => {
    const key = keyOf(part);
    if (key === undefined) return part;
    const text = texts[key];
    assert.ok(text !== undefined, `package.nls.json has no ${key}`);
    return text;
  });
}

/** The key that a part of package.json is, if it is one. */
export function keyOf(part: unknown): string | undefined {
  return typeof part === 'string' ? KEY.exec(part)?.[1] : undefined;
}
