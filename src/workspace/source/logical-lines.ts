import { endOfLine, isBeforeDefinition } from './line-ends.js';
import { StringSkipper } from './string-skipper.js';

/** A line as Python takes it: brackets, strings and backslashes make one of several of the file. */
export interface LogicalLine {
  /** Offset (UTF-16) of the first character that is no space. */
  readonly from: number;
  /** 1-based lines of the file. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** Columns before the first character, where a tab reaches to the next multiple of eight. */
  readonly indent: number;
}

const TAB_COLUMNS = 8;

/**
 * The logical lines of a Python file, without blank ones and comments. Never throws. Of code that
 * does not parse, such as one with a bracket too many, those that can be told: no bracket holds a
 * definition.
 *
 * @param text Lines ended by LF.
 */
export function readLogicalLines(text: string): readonly LogicalLine[] {
  return new LogicalLineReader(text).readAll();
}

class LogicalLineReader {
  readonly #text: string;
  readonly #strings: StringSkipper;
  /** What begins or ends something between two strings. */
  readonly #points = /["'#()[\]{}\\\n]/g;
  /** Offset of what was not read yet, and the 1-based line that it is on. */
  #at = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
    this.#strings = new StringSkipper(text);
  }

  readAll(): readonly LogicalLine[] {
    const lines: LogicalLine[] = [];
    while (this.#at < this.#text.length) {
      const indent = this.#readIndent();
      const [from, firstLine] = [this.#at, this.#line];
      const isBlank = this.#text[from] === '\n' || this.#text[from] === '#';
      this.#readToEnd();
      if (!isBlank && from < this.#text.length) {
        lines.push({ from, firstLine, lastLine: this.#line, indent });
      }
      this.#at++;
      this.#line++;
    }
    return lines;
  }

  /** The columns before the first character of a line. */
  #readIndent(): number {
    let columns = 0;
    for (; ; this.#at++) {
      const character = this.#text[this.#at];
      if (character === ' ') columns++;
      else if (character === '\t') columns += TAB_COLUMNS - (columns % TAB_COLUMNS);
      // As Python takes it: a form feed is at the beginning of a line.
      else if (character === '\f') columns = 0;
      else return columns;
    }
  }

  /** To the line feed that ends a logical line, or to the end of the text. */
  #readToEnd(): void {
    let depth = 0;
    for (;;) {
      const point = this.#nextPoint();
      switch (point) {
        case undefined:
          return;
        case '\n':
          if (depth === 0 || isBeforeDefinition(this.#text, this.#at)) return;
          this.#at++;
          this.#line++;
          break;
        case '"':
        case "'":
          this.#moveTo(this.#strings.skip(this.#at));
          break;
        case '#':
          this.#at = endOfLine(this.#text, this.#at);
          break;
        case '\\':
          this.#moveTo(this.#at + 2);
          break;
        case '(':
        case '[':
        case '{':
          depth++;
          this.#at++;
          break;
        default:
          depth = Math.max(0, depth - 1);
          this.#at++;
      }
    }
  }

  /** Moves to the next character that means something; undefined at the end of the text. */
  #nextPoint(): string | undefined {
    this.#points.lastIndex = this.#at;
    const found = this.#points.test(this.#text);
    this.#at = found ? this.#points.lastIndex - 1 : this.#text.length;
    return this.#text[this.#at];
  }

  /** Passes over what may hold line feeds. */
  #moveTo(end: number): void {
    const text = this.#text;
    for (
      let at = text.indexOf('\n', this.#at);
      at >= 0 && at < end;
      at = text.indexOf('\n', at + 1)
    )
      this.#line++;
    this.#at = Math.min(end, text.length);
  }
}
