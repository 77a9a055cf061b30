import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { at, listAt } from '../report/json-value.js';
import type { LanguageClient } from '../server/language-client.js';

/** One error as a line: whether it is new, and all by which a person knows it. */
export type SeenError = string;

interface Seen {
  readonly status: unknown;
  readonly path: unknown;
  /** 1-based. */
  readonly line: unknown;
  /** 1-based, UTF-16. */
  readonly column: unknown;
  readonly code: unknown;
  readonly message: unknown;
}

/** The errors of `check --format json`. */
export function errorsOfReport(stdout: string): readonly SeenError[] {
  const report: unknown = JSON.parse(stdout);
  return describe(
    listAt(report, 'errors').map((error) => ({
      status: at(error, 'status') === 'new' ? 'new' : 'baseline',
      path: at(error, 'path'),
      line: at(error, 'region', 'startLine'),
      column: at(error, 'region', 'startColumn'),
      code: at(error, 'code'),
      message: at(error, 'message'),
    })),
  );
}

/** The errors that an editor shows. */
export function errorsOfEditor(client: LanguageClient, folder: string): readonly SeenError[] {
  return describe(
    [...client.diagnostics].flatMap(([uri, diagnostics]) =>
      diagnostics.map(({ source, range, code, message }) => ({
        status: source === 'mypy' ? 'new' : 'baseline',
        path: relative(folder, fileURLToPath(encodeURI(uri).replaceAll('#', '%23'))),
        line: range.start.line + 1,
        column: range.start.character + 1,
        code,
        message,
      })),
    ),
  );
}

function describe(errors: readonly Seen[]): readonly SeenError[] {
  return errors
    .map(
      ({ status, path, line, column, code, message }) =>
        `${status} ${path}:${line}:${column}: ${message} [${code}]`,
    )
    .sort();
}
