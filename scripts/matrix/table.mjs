import { sep } from 'node:path';

/**
 * The runs of a matrix as a table in Markdown: a row a version, a column for each file of tests;
 * `passed`, and `, n failed` or `, n skipped` where there are some.
 */
export function formatTable(runs) {
  const parts = [...new Set(runs.flatMap(({ counts }) => Object.keys(counts?.files ?? {})))];
  parts.sort();
  const rows = [
    ['mypy', 'Python', ...parts.map(nameOf), 'all', 'time'],
    ...runs.map((run) => rowOf(run, parts)),
  ];
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  const lines = rows.map(
    (row) => `| ${row.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1), ...listSkipped(runs)].join('\n');
}

function rowOf({ version, python, counts, seconds }, parts) {
  if (counts === undefined) return [version, '–', ...parts.map(() => '–'), 'skipped', '–'];
  const cells = parts.map((part) => describe(counts.files[part]));
  return [version, python, ...cells, describe(counts), `${Math.round(seconds)} s`];
}

function listSkipped(runs) {
  return runs
    .filter(({ why }) => why !== undefined)
    .map(({ version, why }) => `mypy ${version} ${why}.`);
}

function describe(counts) {
  if (counts === undefined) return '–';
  const { passed, failed, skipped } = counts;
  const rest = [
    [failed, 'failed'],
    [skipped, 'skipped'],
  ];
  const words = rest.filter(([count]) => count > 0).map(([count, word]) => `, ${count} ${word}`);
  return `${passed}${words.join('')}`;
}

/** `…/out/test/mypy/daemon/framing.test.js` is `mypy/daemon/framing`. */
function nameOf(file) {
  const [, path = file] = file.split(`${sep}out${sep}test${sep}`);
  return path.replaceAll(sep, '/').replace(/\.test\.js$/, '');
}
