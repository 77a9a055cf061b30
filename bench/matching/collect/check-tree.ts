import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MypyError } from '../../../src/core/error/mypy-error.js';
import { decodeSource } from '../../../src/workspace/source/source-text.js';
import type { SourceWithErrors } from './corpus-builder.js';
import type { PackageChecker } from './package-checker.js';

/** The files with errors of a working tree, or why nothing is known of them. */
export type CheckedTree =
  | { readonly kind: 'checked'; readonly files: ReadonlyMap<string, SourceWithErrors> }
  | { readonly kind: 'unchecked'; readonly why: string };

/**
 * Checks those of the packages that are in the tree.
 *
 * @param folder Absolute path of the tree.
 * @param packages `/`-separated, relative to it.
 */
export async function checkTree(
  folder: string,
  checker: PackageChecker,
  packages: readonly string[],
): Promise<CheckedTree> {
  const targets = packages.filter((path) => existsSync(join(folder, path)));
  if (targets.length === 0) return { kind: 'unchecked', why: 'the package is not there' };
  const run = await checker.check(targets);
  if (run.kind === 'unchecked') return run;
  const found = new Map<string, MypyError[]>();
  for (const error of run.errors) {
    // mypy follows imports to other code of the repository.
    if (!targets.some((target) => isUnder(error.path, target))) continue;
    const errors = found.get(error.path) ?? [];
    found.set(error.path, errors);
    errors.push(error);
  }
  const files = new Map<string, SourceWithErrors>();
  for (const [path, errors] of found) {
    files.set(path, { text: await readSource(join(folder, path)), errors });
  }
  return { kind: 'checked', files };
}

function isUnder(path: string, target: string): boolean {
  return target === '.' || path === target || path.startsWith(`${target}/`);
}

async function readSource(file: string): Promise<string> {
  const bytes = await readFile(file);
  return decodeSource({ asText: () => bytes.toString('utf8'), asBytes: () => bytes }).text;
}
