import { ENGLISH, type Phrase, phrase } from '../../core/language/language.js';
/** Sections of an ini file, in their order, each a map from lower-case option to value. */
export type IniSections = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A file that Python's configparser would refuse. */
export class IniError extends Error {
  constructor(readonly fault: Phrase) {
    super(ENGLISH.express(fault));
  }
}

/**
 * Reads an ini file as Python's `configparser.RawConfigParser()` does, which is what mypy uses:
 * `=` or `:` after an option, `#` and `;` start a comment line, a line that is indented deeper than
 * its option continues the value, options and sections occur once. Options of `[DEFAULT]` are part
 * of every section.
 *
 * @throws IniError where configparser would raise.
 */
export function parseIni(text: string): IniSections {
  const reader = new IniReader();
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) reader.read(line, index + 1);
  return reader.finish();
}

class IniReader {
  readonly #sections = new Map<string, Map<string, string[]>>();
  #section: Map<string, string[]> | undefined;
  /** Lines of the value that may go on. */
  #value: string[] | undefined;
  /** Columns by which the option of that value is indented. */
  #indent = 0;

  read(line: string, number: number): void {
    const content = line.trim();
    if (/^[#;]/.test(content)) return;
    if (content === '') {
      this.#value?.push('');
      return;
    }
    const indent = line.length - line.trimStart().length;
    if (this.#value !== undefined && indent > this.#indent) {
      this.#value.push(content);
      return;
    }
    this.#indent = indent;
    const header = /^\[(.+)\]/.exec(content)?.[1];
    if (header === undefined) this.#readOption(content, number);
    else this.#openSection(header, number);
  }

  finish(): IniSections {
    const defaults = join(this.#sections.get('DEFAULT') ?? new Map());
    const named = [...this.#sections].filter(([name]) => name !== 'DEFAULT');
    return new Map(
      named.map(([name, options]) => [name, new Map([...defaults, ...join(options)])]),
    );
  }

  #openSection(name: string, number: number): void {
    if (this.#sections.has(name) && name !== 'DEFAULT') {
      throw new IniError(phrase('line {0}: section [{1}] occurs twice', number, name));
    }
    this.#section = this.#sections.get(name) ?? new Map();
    this.#sections.set(name, this.#section);
    this.#value = undefined;
  }

  #readOption(content: string, number: number): void {
    if (this.#section === undefined)
      throw new IniError(phrase('line {0}: no section header before this', number));
    const [, option, value = ''] = /^(.*?)\s*[=:]\s*(.*)$/.exec(content) ?? [];
    if (option === undefined)
      throw new IniError(phrase('line {0}: neither a section nor an option', number));
    const name = option.toLowerCase();
    if (name === '') throw new IniError(phrase('line {0}: an option without a name', number));
    if (this.#section.has(name))
      throw new IniError(phrase('line {0}: option {1} occurs twice', number, name));
    this.#value = [value];
    this.#section.set(name, this.#value);
  }
}

function join(options: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> {
  return new Map([...options].map(([name, lines]) => [name, lines.join('\n').trimEnd()]));
}
