import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Translations } from '../../../src/core/language/language.js';
import { collectTexts } from './collect-texts.js';
import { keyedByThemselves } from './judge-translations.js';
import { readTranslations, TranslationFiles, writeTranslations } from './translation-files.js';

const ROOT = join(__dirname, '..', '..', '..', '..');

/** Gives every file of translations exactly the keys that it needs; what is to be translated is empty. */
function updateTranslations(files: TranslationFiles): void {
  const { texts, unreadable } = collectTexts(ROOT);
  for (const place of unreadable) process.stdout.write(`${place}: the text is no literal\n`);
  if (unreadable.length > 0) process.exitCode = 1;
  const manifest = readTranslations(files.manifestPath());
  writeFileSync(files.manifestPath(), writeTranslations(manifest));
  for (const language of files.languages()) {
    update(files.bundlePath(language), keyedByThemselves(texts));
    update(files.manifestPath(language), manifest);
  }
}

function update(file: string, texts: Translations): void {
  const before = readTranslations(file);
  const after = Object.fromEntries(Object.keys(texts).map((key) => [key, before[key] ?? '']));
  writeFileSync(file, writeTranslations(after));
  const missing = Object.values(after).filter((text) => text === '').length;
  process.stdout.write(`${file}: ${missing} of ${Object.keys(after).length} to be translated\n`);
}

updateTranslations(new TranslationFiles(ROOT));
