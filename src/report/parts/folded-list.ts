import { formatCount } from '../../core/number/format-number.js';
import { html, type Markup } from '../html/html.js';

/** Items that are seen at once. */
const SHOWN = 10;

/** Items that the page holds; a browser copes with more, a reader does not. */
const LISTED = 1000;

interface Noun {
  readonly singular: string;
  readonly plural: string;
}

/** A list whose first items are seen; the others open on demand. */
export function foldedList<Item>(
  items: readonly Item[],
  { singular, plural }: Noun,
  draw: (item: Item) => Markup,
): Markup {
  const [shown, folded] = [items.slice(0, SHOWN), items.slice(SHOWN, LISTED)];
  const left = items.length - shown.length - folded.length;
  return html`<ol class="errors">${shown.map(draw)}</ol>
${
  folded.length === 0
    ? null
    : html`<details class="more"><summary>Show ${formatCount(folded.length, `more ${singular}`, `more ${plural}`)}</summary><ol class="errors" start="${SHOWN + 1}">${folded.map(draw)}</ol></details>`
}
${left === 0 ? null : html`<p class="lead">${formatCount(left, `further ${singular} is`, `further ${plural} are`)} not listed here.</p>`}`;
}
