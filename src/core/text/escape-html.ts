import { showUnseen } from './show-unseen.js';

/** Text for HTML, between tags and in quoted attributes, in which nothing hides. */
export function escapeHtml(text: string): string {
  return showUnseen(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
