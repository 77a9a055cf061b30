import { strict as assert } from 'node:assert';
import type { MypyError } from '../../../src/core/error/mypy-error.js';
import type { MypyVersion } from '../mypy/interpreters.js';
import { check, MypyProject } from '../mypy/mypy-project.js';

/** What one run of `mypy --strict` finds in the package `celery` of these files. */
export async function checkStrictly(
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
