import { countMembers } from '../json/count-members.js';
import { isRecord } from '../json/is-record.js';
import { type Phrase, phrase } from '../language/language.js';
import { messageOf } from '../thrown/message-of.js';
import type {
  Acceptance,
  BaselineEntry,
  BaselineEnvironment,
  BaselineHeader,
  BaselineRead,
} from './baseline.js';
import { FORMAT_NAME, FORMAT_VERSION } from './serialise-baseline.js';

/** git's markers, also those of `merge.conflictStyle=diff3`. JSON lines never begin like them. */
const CONFLICT_MARKER = /^(?:<{7}|\|{7}|={7}|>{7})(?: |\r?$)/;

/** The same anywhere in a file: one search instead of one a line. */
const ANY_CONFLICT_MARKER = new RegExp(CONFLICT_MARKER.source, 'm');

/** What this version writes, and so all that it understands. */
const HEADER_FIELDS = ['format', 'version', 'mypy', 'python', 'platform', 'config', 'targets'];
const ACCEPTANCE_FIELDS = ['reason', 'expires'];

type ParsedLine =
  | { readonly kind: 'header'; readonly environment: BaselineEnvironment }
  | { readonly kind: 'entry'; readonly entry: BaselineEntry }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'malformed'; readonly detail: Phrase };

/**
 * Reads a baseline file's text. Never throws. CRLF, a byte order mark, blank lines, lines out of
 * order and headers doubled by a union merge are understood; anything else that this version
 * would not write is `malformed`, because to skip a line would be to lose somebody's entry.
 */
export function parseBaseline(content: string): BaselineRead {
  const rows = splitLines(content);
  const isConflicted = ANY_CONFLICT_MARKER.test(content);
  const marker = isConflicted ? rows.findIndex(isConflictMarker) : -1;
  if (marker >= 0) return { kind: 'conflicted', line: marker + 1, content };

  const headers: BaselineHeader[] = [];
  const doubledHeaders: number[] = [];
  const entries: BaselineEntry[] = [];
  const lines: string[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.trim() === '') continue;
    const parsed = parseLine(row, entries.at(-1));
    if (parsed.kind === 'newer') return parsed;
    if (parsed.kind === 'malformed') return { ...parsed, line: index + 1 };
    if (parsed.kind === 'header') {
      if (headers.length > 0) doubledHeaders.push(index + 1);
      headers.push({ environment: parsed.environment, line: row });
    } else if (headers.length === 0) {
      return {
        kind: 'malformed',
        line: index + 1,
        detail: phrase('the first line is not the header'),
      };
    } else {
      entries.push(parsed.entry);
      lines.push(row);
    }
  }
  const header = newestHeader(headers);
  if (header === undefined) {
    return {
      kind: 'malformed',
      line: 1,
      detail: phrase('the file is empty: its header is missing'),
    };
  }
  const baseline = { environment: header.environment, entries };
  return { kind: 'read', baseline, content, header: header.line, headers, lines, doubledHeaders };
}

/** The file's lines without their line feeds; a carriage return before that stays. */
export function splitLines(content: string): string[] {
  return content.split('\n');
}

/** Whether a line is one of git's conflict markers. */
export function isConflictMarker(line: string): boolean {
  return CONFLICT_MARKER.test(line);
}

/**
 * Parses one line. `malformed` carries the reason in words.
 *
 * @param previous The entry of the line before, with which this one shares what it repeats.
 */
export function parseLine(row: string, previous?: BaselineEntry): ParsedLine {
  // A byte order mark: editors put one before a header, and a union merge may move it down.
  const json = row.startsWith('\uFEFF') ? row.slice(1) : row;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { kind: 'malformed', detail: describeSyntaxError(error) };
  }
  if (Array.isArray(value)) return parseEntry(value, json, previous);
  if (isRecord(value)) return parseHeader(value, json);
  return { kind: 'malformed', detail: phrase('neither a header object nor an entry array') };
}

/** V8's words quote the file and call every line the first: only the place in them is used. */
function describeSyntaxError(error: unknown): Phrase {
  const [, position] = messageOf(error).match(/ at position (\d+)/) ?? [];
  return position === undefined
    ? phrase('it is not JSON')
    : phrase('it is not JSON from character {0}', Number(position) + 1);
}

function parseEntry(
  row: readonly unknown[],
  json: string,
  previous: BaselineEntry | undefined,
): ParsedLine {
  const [path, code, scope, message, text, acceptance] = row;
  if (
    typeof path !== 'string' ||
    typeof code !== 'string' ||
    typeof scope !== 'string' ||
    typeof message !== 'string' ||
    typeof text !== 'string'
  ) {
    return { kind: 'malformed', detail: phrase('an entry is [path, code, scope, message, text]') };
  }
  if (row.length > 6)
    return { kind: 'malformed', detail: phrase('an entry has more than six fields') };
  if (path === '') return { kind: 'malformed', detail: phrase('an entry without a path') };
  // A million entries are some hundred megabytes of strings, and most repeat the line above.
  const entry = {
    path: path === previous?.path ? previous.path : path,
    code: code === previous?.code ? previous.code : code,
    scope: scope === previous?.scope ? previous.scope : scope,
    message,
    text,
  };
  if (row.length < 6) return { kind: 'entry', entry };
  const accepted = parseAcceptance(acceptance, json);
  if (accepted === undefined) {
    return {
      kind: 'malformed',
      detail: phrase('the sixth field is {"reason": …, "expires": …} and no more'),
    };
  }
  return { kind: 'entry', entry: { ...entry, acceptance: accepted } };
}

function parseAcceptance(value: unknown, json: string): Acceptance | undefined {
  if (!isRecord(value) || !hasOnly(value, ACCEPTANCE_FIELDS, json)) return undefined;
  const { reason, expires } = value;
  if (reason !== undefined && typeof reason !== 'string') return undefined;
  if (expires !== undefined && typeof expires !== 'string') return undefined;
  return {
    ...(reason === undefined ? {} : { reason }),
    ...(expires === undefined ? {} : { expires }),
  };
}

function parseHeader(value: Readonly<Record<string, unknown>>, json: string): ParsedLine {
  const { format, version, mypy, python, platform, config, targets } = value;
  if (format !== FORMAT_NAME) {
    return {
      kind: 'malformed',
      detail: phrase('the header does not say "format":"{0}"', FORMAT_NAME),
    };
  }
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) {
    return {
      kind: 'malformed',
      detail: phrase("the header's version is not a whole number from 1"),
    };
  }
  if (version > FORMAT_VERSION) return { kind: 'newer', version };
  if (
    typeof mypy !== 'string' ||
    typeof python !== 'string' ||
    typeof platform !== 'string' ||
    typeof config !== 'string' ||
    !isStringArray(targets)
  ) {
    return {
      kind: 'malformed',
      detail: phrase('the header lacks mypy, python, platform, config, targets'),
    };
  }
  if (!hasOnly(value, HEADER_FIELDS, json)) {
    return {
      kind: 'malformed',
      detail: phrase('the header has other fields than {0}', String(HEADER_FIELDS)),
    };
  }
  return { kind: 'header', environment: { mypy, python, platform, config, targets } };
}

/**
 * Whether an object has no field that we would drop when its line is written again.
 *
 * @param json The line, in which this is the only object.
 */
function hasOnly(
  value: Readonly<Record<string, unknown>>,
  fields: readonly string[],
  json: string,
): boolean {
  const names = Object.keys(value);
  return names.every((name) => fields.includes(name)) && countMembers(json) === names.length;
}

/** Of headers that a union merge left side by side, the one with the newest mypy. */
function newestHeader(headers: readonly BaselineHeader[]): BaselineHeader | undefined {
  return headers.reduce<BaselineHeader | undefined>(
    (newest, next) =>
      newest === undefined || compareVersions(next.environment.mypy, newest.environment.mypy) > 0
        ? next
        : newest,
    undefined,
  );
}

/** Orders versions such as `1.19.1` and `2.4.0+dev` by their numbers. */
export function compareVersions(left: string, right: string): number {
  const numbers = (version: string) => (version.match(/\d+/g) ?? []).slice(0, 3).map(Number);
  const [a, b] = [numbers(left), numbers(right)];
  for (let index = 0; index < 3; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function isStringArray(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
