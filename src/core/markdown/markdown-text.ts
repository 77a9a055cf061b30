import { visibleText } from '../text/visible-text.js';

/** A space without width: breaks a word in two for GitHub, and for nobody else. */
const BREAK = '\u200B';

/** The most characters that one string of a code base may take of a comment. */
const LONGEST = 300;

/** A run that asks for a fence of over 80: for cmark-gfm 0.29, GitHub's parser, that is no fence. */
const LONG_RUN = /`{79}(?=`)/g;

/**
 * A string as code, on one line. GitHub looks for no mention, issue, address or emoji in code. Not
 * for a cell of a table: there a `|` ends the cell, in code too.
 */
export function codeSpan(text: string): string {
  const content = shorten(visibleText(text)).replace(LONG_RUN, `$&${BREAK}`);
  if (content.trim() === '') return '` `';
  const runs = content.match(/`+/g) ?? [];
  const fence = '`'.repeat(1 + Math.max(0, ...runs.map(({ length }) => length)));
  // A parser takes one space off each end, so these also keep backticks off the fence.
  const padding = /^[` ]|[` ]$/.test(content) ? ' ' : '';
  return `${fence}${padding}${content}${padding}${fence}`;
}

/**
 * Text of several lines as code, so that GitHub looks for nothing in it.
 *
 * @param longest The most characters (UTF-16) of the text that are shown.
 */
export function codeBlock(text: string, longest: number): string {
  const shown = text
    .split(/\r\n|\r|\n/)
    .map(visibleText)
    .join('\n');
  const cut = shown.length <= longest ? shown : `${shown.slice(0, longest)}\n…`;
  const content = cut.replace(LONG_RUN, `$&${BREAK}`);
  const runs = content.match(/`+/g) ?? [];
  const fence = '`'.repeat(1 + Math.max(2, ...runs.map(({ length }) => length)));
  return `${fence}text\n${content}\n${fence}`;
}

/**
 * A string as words, on one line and not at its beginning. A reference such as `&#42;` is a
 * character and never markup (CommonMark 0.31, section 2.5). GitHub looks for mentions, issues,
 * commits, addresses and emoji only afterwards, in the finished text, so these are broken as well.
 */
export function prose(text: string): string {
  return shorten(visibleText(text))
    .replace(/[0-9a-f]{7,}/gi, (hash) => hash.replace(/.{6}(?=.)/g, `$&${BREAK}`))
    .replace(/GH(?=-)|www(?=\.)/gi, `$&${BREAK}`)
    .replace(/[@#:](?=\S)/g, `$&${BREAK}`)
    .replace(/[!#$&*<>@[\\\]^_`{|}~]/g, reference);
}

function reference(character: string): string {
  // What GitHub's documentation offers to keep a dollar sign from beginning a formula.
  return character === '$' ? '<span>$</span>' : `&#${character.charCodeAt(0)};`;
}

/** A path below an address, each of its segments percent-encoded; `line` 1-based, 0 for none. */
export function linkTo(base: string, path: string, line: number): string {
  const address = `${base}/${path.split('/').map(encodeSegment).join('/')}`;
  return line === 0 ? address : `${address}#L${line}`;
}

/** `[text](address)` with a text that is markup already; the text alone for an endless address. */
export function link(text: string, address: string): string {
  const target = address.replace(/[\s<>()\\\p{Cc}]/gu, encodeSegment);
  return target.length > 3 * LONGEST ? text : `[${text}](${target})`;
}

/**
 * One segment of a path, percent-encoded as RFC 3986 has it; brackets and quotes too, which
 * `encodeURIComponent` leaves.
 */
export function encodeSegment(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Cuts between code points. */
function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const points = Array.from(text.slice(0, 2 * LONGEST));
  return points.length <= LONGEST ? text : `${points.slice(0, LONGEST - 1).join('')}…`;
}
