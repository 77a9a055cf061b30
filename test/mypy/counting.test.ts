import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckRun } from '../../src/core/check/check-run.js';
import type { Checker } from '../../src/mypy/checker/checker.js';
import { VERSION, VERSIONS } from '../support/mypy/interpreters.js';
import { errorsOf, MypyProject } from '../support/mypy/mypy-project.js';

const FILES: Readonly<Record<string, string>> = {
  'a.py': 'import b\nx: int = b.y\n',
  'b.py': 'y: str = ""\n',
  'c.py': 'import a\nz: str = a.x\n',
};
const ERRORS = ['a.py:2 assignment', 'c.py:2 assignment'];

/** Checks, and gives all that was said of the files meanwhile. */
async function watch(
  checker: Checker,
): Promise<{ readonly run: CheckRun; readonly counts: readonly (number | null)[] }> {
  const counts: (number | null)[] = [];
  const run = await checker.check({
    signal: new AbortController().signal,
    onProgress: ({ files }) => counts.push(files),
  });
  return { run, counts };
}

describe('counting the files of a check', () => {
  let project: MypyProject | undefined;
  afterEach(async () => {
    await project?.remove();
    project = undefined;
  });

  for (const version of VERSIONS) {
    it(`counts in a check without a cache, and finds the same errors (${version})`, async () => {
      project = await MypyProject.create(version, FILES);
      const checker = project.checker('prewarmed');
      const cold = await watch(checker);
      assert.deepEqual([...errorsOf(cold.run)].sort(), ERRORS);
      const known = cold.counts.filter((count) => count !== null);
      assert.deepEqual(
        known,
        known.toSorted((a, b) => a - b),
        'it only grows',
      );
      // builtins and what they import, and of our own at least what has no errors.
      const total = known.at(-1) ?? 0;
      assert.ok(total > 10, `${total} files`);
      assert.ok(!(await readdir(project.invocation.cacheFolder)).includes('files-so-far.txt'));
      const warm = await watch(checker);
      assert.deepEqual([...errorsOf(warm.run)].sort(), ERRORS);
      assert.ok(warm.counts.every((count) => count === null));
    });
  }

  it('goes on where a check was ended before', async () => {
    project = await MypyProject.create(VERSION, FILES);
    const checker = project.checker('prewarmed');
    await watch(checker);
    const countFile = join(project.invocation.cacheFolder, 'files-so-far.txt');
    await writeFile(countFile, '30');
    await project.folder.edit('b.py', '""', '"b"');
    const { counts } = await watch(checker);
    assert.equal(counts.at(-1), 31, 'b.py, and the thirty before');
    assert.equal(existsSync(countFile), false);
    await writeFile(countFile, 'torn');
    assert.equal((await watch(checker)).run.kind, 'complete');
  });

  it('counts in the process that was asked for its mypy, too', async () => {
    project = await MypyProject.create(VERSION, FILES);
    const { counts } = await watch(project.checker('process', {}, await project.ask()));
    assert.ok((counts.at(-1) ?? 0) > 10, String(counts.at(-1)));
  });

  it('says that it does not know where mypy runs by itself', async () => {
    project = await MypyProject.create(VERSION, FILES);
    const { run, counts } = await watch(project.checker('process'));
    assert.deepEqual([...errorsOf(run)].sort(), ERRORS);
    assert.ok(counts.every((count) => count === null));
  });
});
