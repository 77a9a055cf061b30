import { escapeHtml } from '../../core/text/escape-html.js';

/** A page with one sentence, under a policy that loads and runs nothing. */
export function messagePage(sentence: string): string {
  const policy = "default-src 'none'";
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"></head>
<body><p>${escapeHtml(sentence)}</p></body>
</html>`;
}
