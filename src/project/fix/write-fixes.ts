import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Fix } from '../../core/fix/fix.js';
import { type FixPlan, makeFixes } from './plan-fixes.js';

/** What became of the files that fixes are for. */
export interface WrittenFixes {
  readonly written: readonly string[];
  /** Changed by somebody since they were read, and left as they are. */
  readonly changed: readonly string[];
}

/**
 * Writes the files of a plan with some of its fixes made, each whole or not at all.
 *
 * @param root Absolute; paths are relative to it.
 */
export async function writeFixes(
  root: string,
  plan: FixPlan,
  fixes: readonly Fix[],
): Promise<WrittenFixes> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  const written: string[] = [];
  const changed: string[] = [];
  for (const [path, text] of makeFixes(plan, fixes)) {
    const before = plan.texts.get(path);
    if (before === text) continue;
    const file = resolve(root, path);
    if ((await readFile(file, 'utf8')) !== before) {
      changed.push(path);
      continue;
    }
    await writeFileAtomic(file, text, { encoding: 'utf8' });
    written.push(path);
  }
  return { written, changed };
}
