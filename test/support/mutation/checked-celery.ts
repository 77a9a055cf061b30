import { readCelery } from './celery-files.js';
import type { ErrorTree } from './error-tree.js';
import { checkStrictly } from './strict-check.js';

let checked: Promise<ErrorTree> | undefined;

/** Celery as released, and what the newest mypy finds in it; mypy runs once for all tests. */
export function checkCelery(): Promise<ErrorTree> {
  checked ??= check();
  return checked;
}

async function check(): Promise<ErrorTree> {
  const files = await readCelery('released');
  return { files, errors: await checkStrictly('newest', files) };
}
