import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Label } from '../truth/label-errors.js';
import type { CommitFiles, CommitPair, Corpus, Finding } from './corpus.js';
import { at, listAt, numberAt, type Path, recordAt, stringAt } from './json-shape.js';

const GZIP_MAGIC = 0x1f8b;
const LABELS: ReadonlySet<string> = new Set(['P', 'M', 'E', 'N', 'X']);

/**
 * Reads a corpus, `.json` or gzipped.
 *
 * @throws Error that names the place of what does not fit the format.
 */
export function readCorpus(file: string): Corpus {
  const bytes = readFileSync(file);
  const isZipped = bytes.length > 2 && bytes.readUInt16BE(0) === GZIP_MAGIC;
  const value: unknown = JSON.parse((isZipped ? gunzipSync(bytes) : bytes).toString('utf8'));
  const corpus = recordAt(value, []);
  const columns = listAt(corpus['columns'], ['columns']).map((name) => stringAt(name, ['columns']));
  return {
    name: 'name' in corpus ? stringAt(corpus['name'], ['name']) : basename(file),
    sources: mapAt(corpus['sources'], ['sources'], stringAt),
    findings: mapAt(corpus['findings'], ['findings'], (rows, path) =>
      listAt(rows, path).map((row, index) => findingAt(row, [...path, index], columns)),
    ),
    commits: listAt(corpus['commits'], ['commits']).map((commit, index) =>
      filesAt(at(commit, 'files', ['commits', index]), ['commits', index, 'files']),
    ),
    pairs: listAt(corpus['pairs'], ['pairs']).map((pair, index) => pairAt(pair, ['pairs', index])),
  };
}

function mapAt<Value>(
  value: unknown,
  path: Path,
  readValue: (value: unknown, path: Path) => Value,
): ReadonlyMap<string, Value> {
  return new Map(
    Object.entries(recordAt(value, path)).map(([key, item]) => [
      key,
      readValue(item, [...path, key]),
    ]),
  );
}

function findingAt(value: unknown, path: Path, columns: readonly string[]): Finding {
  const row = listAt(value, path);
  const cell = (name: string) => row[columns.indexOf(name)];
  return {
    line: numberAt(cell('line'), [...path, 'line']),
    column: numberAt(cell('column'), [...path, 'column']),
    endLine: numberAt(cell('endLine') ?? cell('line'), [...path, 'endLine']),
    endColumn: numberAt(cell('endColumn') ?? cell('column'), [...path, 'endColumn']),
    code: stringAt(cell('code') ?? '', [...path, 'code']),
    message: stringAt(cell('message'), [...path, 'message']),
  };
}

function filesAt(value: unknown, path: Path): CommitFiles {
  return mapAt(value, path, (pair, place) => {
    const [source, findings] = listAt(pair, place);
    return {
      source: stringAt(source, [...place, 'source']),
      findings: stringAt(findings, [...place, 'findings']),
    };
  });
}

function pairAt(value: unknown, path: Path): CommitPair {
  return {
    gap: numberAt(at(value, 'gap', path), [...path, 'gap']),
    from: numberAt(at(value, 'from', path), [...path, 'from']),
    to: numberAt(at(value, 'to', path), [...path, 'to']),
    labels: mapAt(at(value, 'labels', path), [...path, 'labels'], (letters, place) =>
      [...stringAt(letters, place)].map((letter) => {
        if (!isLabel(letter)) throw new Error(`${place.join('.')}: ${letter} is no label`);
        return letter;
      }),
    ),
  };
}

function isLabel(letter: string): letter is Label {
  return LABELS.has(letter);
}
