import { strict as assert } from 'node:assert';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MypyError } from '../../../src/core/error/mypy-error.js';
import { check, MypyProject, type MypyVersion } from '../mypy/mypy-project.js';
import type { SourceTree } from './source-tree.js';

/** The Python files of celery, by path relative to the folder that holds the package. */
export async function readCelery(): Promise<ReadonlyMap<string, string>> {
  const source = process.env['MYPY_RATCHET_CELERY'];
  if (source === undefined) throw new Error('MYPY_RATCHET_CELERY is not set: use npm test');
  const names = await readdir(join(source, 'celery'), { recursive: true });
  const files = new Map<string, string>();
  for (const name of names.filter((one) => one.endsWith('.py')).sort()) {
    const path = `celery/${name.replaceAll('\\', '/')}`;
    files.set(path, await readFile(join(source, path), 'utf8'));
  }
  return files;
}

/** What one run of `mypy --strict` finds in files that hold the package `celery`. */
export async function checkFiles(
  version: MypyVersion,
  files: ReadonlyMap<string, string>,
): Promise<readonly MypyError[]> {
  const invocation = { args: ['--strict'], targets: ['celery'] };
  const project = await MypyProject.create(version, Object.fromEntries(files), invocation);
  try {
    const run = await check(project.checker('process'));
    assert.equal(run.kind, 'complete', JSON.stringify(run).slice(0, 2_000));
    return run.errors;
  } finally {
    await project.remove();
  }
}

/** A tree whose errors are all old: each is the origin of itself. */
export function toTree(
  files: ReadonlyMap<string, string>,
  errors: readonly MypyError[],
): SourceTree {
  const byLine = new Map<
    string,
    { origin: number; code: string; message: string; column: number }[]
  >();
  for (const [origin, { path, start, code, message }] of errors.entries()) {
    const key = `${path}:${start.line}`;
    const group = byLine.get(key) ?? [];
    group.push({ origin, code, message, column: start.column });
    byLine.set(key, group);
  }
  const tree = [...files].map(([path, text]) => {
    const lines = text.split('\n').map((line, index) => ({
      text: line,
      errors: byLine.get(`${path}:${index + 1}`) ?? [],
    }));
    return [path, { path, lines }] as const;
  });
  return new Map(tree);
}

/** The text of each file of a tree. */
export function textsOf(tree: SourceTree): ReadonlyMap<string, string> {
  return new Map(
    [...tree].map(([path, { lines }]) => [path, lines.map(({ text }) => text).join('\n')]),
  );
}
