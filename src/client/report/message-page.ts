import type { Language } from '../../core/language/language.js';
import { tagOf } from '../../core/language/tag-of.js';
import { escapeHtml } from '../../core/text/escape-html.js';

/** A page with one sentence in a language, under a policy that loads and runs nothing. */
export function messagePage(sentence: string, language: Language): string {
  const policy = "default-src 'none'";
  return `<!doctype html>
<html lang="${tagOf(language)}">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"></head>
<body><p>${escapeHtml(sentence)}</p></body>
</html>`;
}
