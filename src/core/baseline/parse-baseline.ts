import { isRecord } from '../json/is-record.js';
import type { Acceptance, BaselineEntry, BaselineEnvironment, BaselineRead } from './baseline.js';
import { FORMAT_NAME, FORMAT_VERSION } from './serialise-baseline.js';

/** git's markers, also those of `merge.conflictStyle=diff3`. JSON lines never begin like them. */
const CONFLICT_MARKER = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/;

/** The same anywhere in a file: one search instead of one a line. */
const ANY_CONFLICT_MARKER = new RegExp(CONFLICT_MARKER.source, 'm');

type ParsedLine =
  | { readonly kind: 'header'; readonly environment: BaselineEnvironment }
  | { readonly kind: 'entry'; readonly entry: BaselineEntry }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'malformed'; readonly detail: string };

/**
 * Reads a baseline file's text. Never throws. CRLF, a byte order mark, blank lines, lines out of
 * order and headers doubled by a union merge are understood; anything else that this version
 * would not write is `malformed`, because to skip a line would be to lose somebody's entry.
 */
export function parseBaseline(content: string): BaselineRead {
  const rows = splitLines(content);
  const isConflicted = ANY_CONFLICT_MARKER.test(content);
  const marker = isConflicted ? rows.findIndex((row) => CONFLICT_MARKER.test(row)) : -1;
  if (marker >= 0) return { kind: 'conflicted', line: marker + 1, content };

  const environments: BaselineEnvironment[] = [];
  const doubledHeaders: number[] = [];
  const entries: BaselineEntry[] = [];
  const lines: string[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.trim() === '') continue;
    const parsed = parseLine(row);
    if (parsed.kind === 'newer') return parsed;
    if (parsed.kind === 'malformed') return { ...parsed, line: index + 1 };
    if (parsed.kind === 'header') {
      if (environments.length > 0) doubledHeaders.push(index + 1);
      environments.push(parsed.environment);
    } else if (environments.length === 0) {
      return { kind: 'malformed', line: index + 1, detail: 'the first line is not the header' };
    } else {
      entries.push(parsed.entry);
      lines.push(row);
    }
  }
  const environment = newestEnvironment(environments);
  if (environment === undefined) {
    return { kind: 'malformed', line: 1, detail: 'the file is empty: its header is missing' };
  }
  return { kind: 'read', baseline: { environment, entries }, content, lines, doubledHeaders };
}

/** The file's lines without their ends and without a byte order mark. */
export function splitLines(content: string): string[] {
  const text = content.startsWith('\uFEFF') ? content.slice(1) : content;
  const lines = text.split('\n');
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}

/** Whether a line is one of git's conflict markers. */
export function isConflictMarker(line: string): boolean {
  return CONFLICT_MARKER.test(line);
}

/** Parses one line. `malformed` carries the reason in words for the log. */
export function parseLine(row: string): ParsedLine {
  let value: unknown;
  try {
    value = JSON.parse(row);
  } catch (error) {
    return { kind: 'malformed', detail: error instanceof Error ? error.message : 'not JSON' };
  }
  if (Array.isArray(value)) return parseEntry(value);
  if (isRecord(value)) return parseHeader(value);
  return { kind: 'malformed', detail: 'neither a header object nor an entry array' };
}

function parseEntry(row: readonly unknown[]): ParsedLine {
  const [path, code, scope, message, text, acceptance] = row;
  if (
    typeof path !== 'string' ||
    typeof code !== 'string' ||
    typeof scope !== 'string' ||
    typeof message !== 'string' ||
    typeof text !== 'string'
  ) {
    return { kind: 'malformed', detail: 'an entry is [path, code, scope, message, text]' };
  }
  if (row.length > 6) return { kind: 'malformed', detail: 'an entry has more than six fields' };
  if (path === '') return { kind: 'malformed', detail: 'an entry without a path' };
  const entry = { path, code, scope, message, text };
  if (row.length < 6) return { kind: 'entry', entry };
  const accepted = parseAcceptance(acceptance);
  if (accepted === undefined) {
    return { kind: 'malformed', detail: 'the sixth field is {"reason": …, "expires": …}' };
  }
  return { kind: 'entry', entry: { ...entry, acceptance: accepted } };
}

function parseAcceptance(value: unknown): Acceptance | undefined {
  if (!isRecord(value)) return undefined;
  const { reason, expires } = value;
  if (reason !== undefined && typeof reason !== 'string') return undefined;
  if (expires !== undefined && typeof expires !== 'string') return undefined;
  return {
    ...(reason === undefined ? {} : { reason }),
    ...(expires === undefined ? {} : { expires }),
  };
}

function parseHeader(value: Readonly<Record<string, unknown>>): ParsedLine {
  const { format, version, mypy, python, platform, config, targets } = value;
  if (format !== FORMAT_NAME || typeof version !== 'number') {
    return { kind: 'malformed', detail: `the header does not say "format":"${FORMAT_NAME}"` };
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
      detail: 'the header lacks mypy, python, platform, config, targets',
    };
  }
  return { kind: 'header', environment: { mypy, python, platform, config, targets } };
}

/** Of headers that a union merge left side by side, the one with the newest mypy. */
function newestEnvironment(
  environments: readonly BaselineEnvironment[],
): BaselineEnvironment | undefined {
  return environments.reduce<BaselineEnvironment | undefined>(
    (newest, next) =>
      newest === undefined || compareVersions(next.mypy, newest.mypy) > 0 ? next : newest,
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
