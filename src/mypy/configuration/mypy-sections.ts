import { parse, TomlError } from 'smol-toml';
import { type Phrase, phrase } from '../../core/language/language.js';
import { isDisplayOption } from '../command/display-options.js';
import { IniError, type IniSections, parseIni } from './ini.js';
import { findOverridesFault } from './toml-overrides.js';

/** What mypy's part of a configuration file says. */
export type MypySections =
  | {
      readonly kind: 'sections';
      readonly namesTargets: boolean;
      readonly plugins: readonly string[];
      /** Equal for files that make mypy report the same errors. */
      readonly fingerprint: string;
    }
  /** The file has nothing for mypy. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'malformed'; readonly detail: Phrase };

/** Options that name what to check, when the command line does not. */
const TARGET_OPTIONS = ['files', 'packages', 'modules'];

/**
 * Whose file it is: mypy's own, or one that it shares with other tools, where it takes `[mypy-…]`
 * only beside `[mypy]`.
 */
export type FileRole = 'own' | 'shared';

const BYTE_ORDER_MARK = '\uFEFF';

/** Python's readers of both formats refuse a file that begins with one. */
const MARKED: MypySections = {
  kind: 'malformed',
  detail: phrase('line {0}: a byte order mark, which mypy cannot read', 1),
};

/** Reads `[mypy]` and `[mypy-…]` of `mypy.ini`, `setup.cfg` and the like. */
export function readIniSections(text: string, role: FileRole): MypySections {
  if (text.startsWith(BYTE_ORDER_MARK)) return MARKED;
  let all: IniSections;
  try {
    all = parseIni(text);
  } catch (error) {
    if (error instanceof IniError) return { kind: 'malformed', detail: error.fault };
    throw error;
  }
  const sections = [...all].filter(([name]) => name === 'mypy' || name.startsWith('mypy-'));
  if (sections.length === 0 || (role === 'shared' && !all.has('mypy'))) return { kind: 'absent' };
  const options = all.get('mypy') ?? new Map<string, string>();
  return {
    kind: 'sections',
    namesTargets: TARGET_OPTIONS.some((option) => options.get(option)),
    plugins: splitList(options.get('plugins') ?? ''),
    fingerprint: JSON.stringify(
      sections.map(([name, values]) => [
        name,
        [...values]
          .filter(([option]) => !isDisplayOption(option))
          .map(([option, value]) => [option, splitLines(value)])
          .sort(byFirst),
      ]),
    ),
  };
}

/** Reads `[tool.mypy]` of `pyproject.toml`. */
export function readTomlSection(text: string): MypySections {
  if (text.startsWith(BYTE_ORDER_MARK)) return MARKED;
  let section: unknown;
  try {
    section = get(get(parse(text), 'tool'), 'mypy');
  } catch (error) {
    if (error instanceof TomlError) return { kind: 'malformed', detail: describe(error) };
    throw error;
  }
  if (section === undefined) return { kind: 'absent' };
  if (!isTable(section)) return { kind: 'malformed', detail: phrase('tool.mypy is not a table') };
  const options = section;
  const fault = findOverridesFault(options['overrides']);
  if (fault !== undefined) return { kind: 'malformed', detail: fault };
  const plugins = options['plugins'];
  return {
    kind: 'sections',
    namesTargets: TARGET_OPTIONS.some((option) => isNonEmpty(options[option])),
    plugins: Array.isArray(plugins) ? plugins.filter(isString) : splitList(plugins),
    fingerprint: JSON.stringify(
      Object.entries(options)
        .filter(([option]) => !isDisplayOption(option))
        .map(([option, value]) => [option, sortKeys(value)])
        .sort(byFirst),
    ),
  };
}

function describe(error: TomlError): Phrase {
  return phrase('line {0}: {1}', error.line, error.message.split('\n', 1)[0] ?? '');
}

function splitList(value: unknown): readonly string[] {
  if (!isString(value)) return [];
  return value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function splitLines(value: string): readonly string[] {
  return value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The order of keys in a table means nothing, that of items in an array may. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (!isTable(value)) return value;
  return Object.entries(value)
    .map(([key, item]) => [key, sortKeys(item)])
    .sort(byFirst);
}

function byFirst(left: readonly unknown[], right: readonly unknown[]): number {
  const [a, b] = [String(left[0]), String(right[0])];
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function get(table: unknown, key: string): unknown {
  return isTable(table) ? table[key] : undefined;
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
  );
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isNonEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : isString(value) && value !== '';
}
