import { html, type Markup } from '../html/html.js';

/** Items that are seen at once. */
const SHOWN = 10;

/** Items that the page holds; a browser copes with more, a reader does not. */
const LISTED = 1000;

/** Words for items that are not seen. */
export interface FoldedWords {
  /** On what shows so many more. */
  readonly show: (count: number) => string;
  /** Where so many more are not in the page at all. */
  readonly leaveOut: (count: number) => string;
}

/** A list whose first items are seen; the others open on demand. */
export function foldedList<Item>(
  items: readonly Item[],
  { show, leaveOut }: FoldedWords,
  draw: (item: Item) => Markup,
): Markup {
  const [shown, folded] = [items.slice(0, SHOWN), items.slice(SHOWN, LISTED)];
  const left = items.length - shown.length - folded.length;
  return html`<ol class="errors">${shown.map(draw)}</ol>
${
  folded.length === 0
    ? null
    : html`<details class="more"><summary>${show(folded.length)}</summary><ol class="errors" start="${SHOWN + 1}">${folded.map(draw)}</ol></details>`
}
${left === 0 ? null : html`<p class="lead">${leaveOut(left)}</p>`}`;
}
