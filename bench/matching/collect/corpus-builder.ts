import { createHash } from 'node:crypto';
import type { MypyError } from '../../../src/core/error/mypy-error.js';
import { compareText } from '../../../src/core/order/compare-text.js';
import type { CheckedFile } from '../../../test/support/truth/found-error.js';
import {
  type CheckedFiles,
  type Label,
  labelErrors,
} from '../../../test/support/truth/label-errors.js';
import type { FileChange } from '../../../test/support/truth/parse-hunks.js';

/** What is in an error's row. Lines are 1-based, columns 0-based, as in mypy's JSON. */
const COLUMNS = ['line', 'column', 'endLine', 'endColumn', 'code', 'message'] as const;

type Row = readonly [number, number, number, number, string, string];

/** A file with errors, at one commit. */
export interface SourceWithErrors {
  readonly text: string;
  /** In mypy's order. */
  readonly errors: readonly MypyError[];
}

interface CorpusCommit {
  readonly id: string;
  /** By path: the ids of the text and of its errors. */
  readonly files: Readonly<Record<string, readonly [string, string]>>;
}

interface CorpusPair {
  readonly gap: number;
  /** Indexes of commits. */
  readonly from: number;
  readonly to: number;
  /** By path of the later commit: one letter for each error. */
  readonly labels: Readonly<Record<string, string>>;
}

/** How often each label was given, over all pairs of one gap. */
export type LabelCounts = ReadonlyMap<Label, number>;

/** Puts a corpus together; equal texts and equal lists of errors are kept once. */
export class CorpusBuilder {
  readonly #name: string;
  readonly #package: string;
  readonly #sources = new Map<string, string>();
  readonly #findings = new Map<string, readonly Row[]>();
  readonly #checked = new Map<string, CheckedFile>();
  readonly #commits: CorpusCommit[] = [];
  readonly #pairs: CorpusPair[] = [];
  readonly #counts = new Map<number, Map<Label, number>>();

  constructor(name: string, packages: readonly string[]) {
    this.#name = name;
    this.#package = packages.join(' ');
  }

  /** @param files By path; those without errors are left out. */
  addCommit(id: string, files: ReadonlyMap<string, SourceWithErrors>): void {
    const entries = [...files]
      .sort(([left], [right]) => compareText(left, right))
      .map(([path, file]) => [path, this.#addFile(file)] as const);
    this.#commits.push({ id, files: Object.fromEntries(entries) });
  }

  /** Labels the errors of commit `from + gap` by what differs from commit `from`. */
  addPair(gap: number, from: number, changes: readonly FileChange[]): void {
    const to = from + gap;
    const pair = { before: this.#checkedAt(from), after: this.#checkedAt(to), changes };
    const labels = labelErrors(pair);
    const counts = this.#counts.get(gap) ?? new Map<Label, number>();
    this.#counts.set(gap, counts);
    for (const label of [...labels.values()].flat())
      counts.set(label, (counts.get(label) ?? 0) + 1);
    const letters = [...labels].map(([path, list]) => [path, list.join('')] as const);
    this.#pairs.push({ gap, from, to, labels: Object.fromEntries(letters) });
  }

  /** By gap. */
  get counts(): ReadonlyMap<number, LabelCounts> {
    return this.#counts;
  }

  toJson(): string {
    return JSON.stringify({
      name: this.#name,
      package: this.#package,
      columns: COLUMNS,
      sources: Object.fromEntries(this.#sources),
      findings: Object.fromEntries(this.#findings),
      commits: this.#commits,
      pairs: this.#pairs,
    });
  }

  #addFile({ text, errors }: SourceWithErrors): readonly [string, string] {
    const rows = errors.map(toRow);
    const [source, findings] = [idOf(text), idOf(JSON.stringify(rows))];
    this.#sources.set(source, text);
    this.#findings.set(findings, rows);
    const key = `${source} ${findings}`;
    if (!this.#checked.has(key)) this.#checked.set(key, toCheckedFile(text, rows));
    return [source, findings];
  }

  #checkedAt(index: number): CheckedFiles {
    const checked = new Map<string, CheckedFile>();
    for (const [path, ids] of Object.entries(this.#commits[index]?.files ?? {})) {
      const file = this.#checked.get(ids.join(' '));
      if (file !== undefined) checked.set(path, file);
    }
    return checked;
  }
}

/**
 * In text mypy counts columns from 1 and prints the end inclusive: the same number as in JSON. An
 * error about a whole line has no columns, which JSON shows as -1.
 */
function toRow({ start, end, code, message }: MypyError): Row {
  const endColumn = start.column === 0 ? -1 : end.column;
  return [start.line, start.column - 1, end.line, endColumn, code, message];
}

function toCheckedFile(text: string, rows: readonly Row[]): CheckedFile {
  const errors = rows.map(([line, , , , code, message]) => ({ line, code, message }));
  return { lines: text.split('\n'), errors };
}

function idOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
