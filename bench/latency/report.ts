import type { Row, TreeReport } from './measure.js';
import { ROW_KINDS } from './rows.js';

/** All that a run measured; times are milliseconds. */
export interface LatencyReport {
  readonly trees: Readonly<Record<string, TreeReport>>;
  /** From mypy's end to the diagnostics, by the number of errors. */
  readonly ownShare: Readonly<Record<string, number>>;
}

/** The report as tables, with ours in relation to what it is to be faster than. */
export function formatReport({ trees, ownShare }: LatencyReport): string {
  const tables = Object.entries(trees).map(([name, tree]) => formatTree(name, tree));
  const shares = Object.entries(ownShare).map(([errors, ms]) => `${errors} errors: ${ms} ms`);
  if (shares.length > 0) tables.push(`From mypy's end to the diagnostics: ${shares.join(', ')}`);
  return tables.join('\n\n');
}

function formatTree(name: string, { errors, rows }: TreeReport): string {
  const names = [...new Set(Object.values(rows).flatMap((row) => Object.keys(row)))];
  const header = ['', ...names, 'ours / mypy', 'ours / dmypyRun'];
  const lines = ROW_KINDS.flatMap(({ name: kind, describe }) => {
    const row = rows[kind];
    if (row === undefined) return [];
    const times = names.map((contestant) => row[contestant]?.toString() ?? '');
    return [
      [`${kind} (${describe})`, ...times, formatRatio(row, 'mypy'), formatRatio(row, 'dmypyRun')],
    ];
  });
  const rule = header.map((_, column) => (column === 0 ? '---' : '---:'));
  const table = [header, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return `${name}, ${errors} errors; from the save to the diagnostics, in ms:\n\n${table}`;
}

function formatRatio({ ours, ...others }: Row, name: string): string {
  const other = others[name];
  return ours === undefined || other === undefined ? '' : (ours / other).toFixed(2);
}
