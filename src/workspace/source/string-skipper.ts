import { endOfLine, isBeforeDefinition } from './line-ends.js';

/** Letters before a quote that make a string of expressions: `f"…"`, and `t"…"` from Python 3.14. */
const FORMATTED = /(?<!\w)(?:[ft]|[ft]r|r[ft])$/i;

/** The longest such letters, and what is before them. */
const LONGEST_PREFIX = 3;

/** What a string stands in: one quote or three. */
type Mark = '"' | "'" | '"""' | "'''";

/** For each mark what ends the string, and what means something in it. */
type Points = Readonly<Record<Mark, RegExp>>;

const NOWHERE = -1;

/** As deep as CPython reads strings in strings (MAXFSTRINGLEVEL, 3.12 to 3.14). */
const DEEPEST = 150;

/**
 * Finds where Python's string literals end, also those whose expressions hold strings in the same
 * quotes (PEP 701, Python 3.12): `f"{names["first"]}"`. All offsets are of UTF-16 characters.
 */
export class StringSkipper {
  readonly #text: string;
  readonly #plain: Points = {
    '"': /[\\\n"]/g,
    "'": /[\\\n']/g,
    '"""': /\\|"""/g,
    "'''": /\\|'''/g,
  };
  readonly #formatted: Points = {
    '"': /[\\\n{}"]/g,
    "'": /[\\\n{}']/g,
    '"""': /[\\{}]|"""/g,
    "'''": /[\\{}]|'''/g,
  };
  readonly #code = /["'#()[\]{}:\\\n]/g;
  /** A character by its name; the longest one of Unicode 14 has 88 characters. */
  readonly #named = /\\N\{[\w -]{1,99}\}/y;
  /** How many replacement fields lie around what is read. */
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * The offset after a string.
   *
   * @param quote Of its first quote. Where the string does not end, that is the end of its line, or
   *   of the text.
   */
  skip(quote: number): number {
    const mark = this.#markAt(quote);
    const begin = quote + mark.length;
    const before = this.#text.slice(Math.max(0, quote - LONGEST_PREFIX), quote);
    return FORMATTED.test(before) ? this.#skipFormatted(begin, mark) : this.#skipPlain(begin, mark);
  }

  #markAt(quote: number): Mark {
    const text = this.#text;
    if (text[quote] === "'") return text.startsWith("'''", quote) ? "'''" : "'";
    return text.startsWith('"""', quote) ? '"""' : '"';
  }

  #skipPlain(begin: number, mark: Mark): number {
    for (let at = begin; ; ) {
      const point = this.#find(this.#plain[mark], at);
      if (point === NOWHERE) return this.#text.length;
      // In a raw string too a backslash keeps the quote after it from ending the string.
      if (this.#text[point] === '\\') at = point + 2;
      else return this.#text[point] === '\n' ? point : point + mark.length;
    }
  }

  #skipFormatted(begin: number, mark: Mark): number {
    const text = this.#text;
    for (let at = begin; ; ) {
      const point = this.#find(this.#formatted[mark], at);
      if (point === NOWHERE) return text.length;
      switch (text[point]) {
        case '\\':
          at = this.#skipEscape(point);
          break;
        case '{':
          at = text[point + 1] === '{' ? point + 2 : this.#skipReplacement(point + 1, mark);
          break;
        case '}':
          at = point + 1;
          break;
        case '\n':
          return point;
        default:
          return point + mark.length;
      }
    }
  }

  /** A brace after a backslash begins an expression, but for that of `\N{DASH}`. */
  #skipEscape(backslash: number): number {
    if (this.#text[backslash + 1] === '{') return backslash + 1;
    this.#named.lastIndex = backslash;
    return this.#named.test(this.#text) ? this.#named.lastIndex : backslash + 2;
  }

  /** From after the brace of a replacement field to after its end. */
  #skipReplacement(begin: number, mark: Mark): number {
    if (this.#depth === DEEPEST) return begin;
    this.#depth++;
    const end = this.#skipExpression(begin, mark);
    this.#depth--;
    return end;
  }

  #skipExpression(begin: number, mark: Mark): number {
    const text = this.#text;
    let depth = 0;
    for (let at = begin; ; ) {
      const point = this.#find(this.#code, at);
      if (point === NOWHERE) return text.length;
      at = point + 1;
      switch (text[point]) {
        case '"':
        case "'":
          at = this.skip(point);
          break;
        case '#':
          at = endOfLine(text, point);
          break;
        case '\\':
          at = point + 2;
          break;
        case '\n':
          if (isBeforeDefinition(text, point)) return point;
          break;
        case '(':
        case '[':
        case '{':
          depth++;
          break;
        case ':':
          if (depth === 0) return this.#skipFormat(at, mark);
          break;
        default:
          if (depth === 0) return at;
          depth--;
      }
    }
  }

  /** From after the colon of a format to after the end of its replacement field. */
  #skipFormat(begin: number, mark: Mark): number {
    for (let at = begin; ; ) {
      const point = this.#find(this.#formatted[mark], at);
      if (point === NOWHERE) return this.#text.length;
      if (this.#text[point] === '{') at = this.#skipReplacement(point + 1, mark);
      else if (this.#text[point] === '\\') at = this.#skipEscape(point);
      // What ends the string ends its format too: the field was not closed.
      else return this.#text[point] === '}' ? point + 1 : point;
    }
  }

  #find(points: RegExp, from: number): number {
    points.lastIndex = from;
    return points.exec(this.#text)?.index ?? NOWHERE;
  }
}
