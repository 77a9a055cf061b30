import type { BaselineEnvironment } from '../../core/baseline/baseline.js';
import { parseColumns, toColumns } from './error-columns.js';
import { parseJson, toCount, toDuration, toList, toRecord, toText } from './parse-value.js';
import type { ColdCheck, ResultFacts, ResultIdentity, StoredFile } from './stored-result.js';

/** Raised whenever the lines mean something else. */
const FORMAT = 1;

/** Who wrote a result and of what it is: the first line. */
export interface ResultHeader {
  /** The product's version. */
  readonly version: string;
  readonly identity: ResultIdentity;
  readonly facts: ResultFacts;
  /** Lines that follow, one a file. */
  readonly files: number;
}

/** The first line of a stored result, with its end. */
export function formatHeader(header: ResultHeader): string {
  return `${JSON.stringify({ format: FORMAT, ...header })}\n`;
}

/** One file's line of a stored result, with its end. */
export function formatFile({ path, stamp, errors }: StoredFile): string {
  const { texts, errors: numbers, notes } = toColumns(errors);
  return `${JSON.stringify([path, stamp, texts, numbers, notes])}\n`;
}

/** Reads the first line; undefined for another format. Throws `UnfitResult` for no header. */
export function parseHeader(line: string): ResultHeader | undefined {
  const header = toRecord(parseJson(line));
  if (header['format'] !== FORMAT) return undefined;
  const identity = toRecord(header['identity']);
  const facts = toRecord(header['facts']);
  return {
    version: toText(header['version']),
    identity: {
      root: toText(identity['root']),
      baselinePath: toText(identity['baselinePath']),
      config: toText(identity['config']),
      targets: toList(identity['targets']).map(toText),
      interpreter: toText(identity['interpreter']),
    },
    facts: {
      environment: parseEnvironment(facts['environment']),
      checkedAt: toCount(facts['checkedAt']),
      durationMs: toDuration(facts['durationMs']),
      checkedFiles: facts['checkedFiles'] === null ? null : toCount(facts['checkedFiles']),
      cold: facts['cold'] === null ? null : parseCold(facts['cold']),
    },
    files: toCount(header['files']),
  };
}

/** Reads one file's line; throws `UnfitResult` for anything else. */
export function parseFile(line: string): StoredFile {
  const [first, stamp, ...columns] = toList(parseJson(line));
  const path = toText(first);
  return { path, stamp: toText(stamp), errors: parseColumns(path, columns) };
}

function parseCold(value: unknown): ColdCheck {
  const cold = toRecord(value);
  return { durationMs: toDuration(cold['durationMs']), files: toCount(cold['files']) };
}

function parseEnvironment(value: unknown): BaselineEnvironment {
  const environment = toRecord(value);
  return {
    mypy: toText(environment['mypy']),
    python: toText(environment['python']),
    platform: toText(environment['platform']),
    config: toText(environment['config']),
    targets: toList(environment['targets']).map(toText),
  };
}
