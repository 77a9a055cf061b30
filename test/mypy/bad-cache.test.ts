import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VERSIONS } from '../support/mypy/interpreters.js';
import { isSince } from '../support/mypy/is-since.js';
import { check, errorsOf, MypyProject } from '../support/mypy/mypy-project.js';

describe('a cache that somebody wrote into, on real mypy', () => {
  let project: MypyProject | undefined;

  afterEach(async () => {
    await project?.remove();
    project = undefined;
  });

  for (const version of VERSIONS) {
    const args = isSince(version, 1, 20) ? ['--no-sqlite-cache', '--no-fixed-format-cache'] : [];
    it(`${version}: is dropped, and the project is checked`, async () => {
      const opened = await MypyProject.create(version, { 'a.py': 'x: int = "1"\n' }, { args });
      project = opened;
      const checker = opened.checker('process');
      const errors = errorsOf(await check(checker));
      assert.deepEqual(errors, ['a.py:1 assignment']);
      await writeFile(await findMetadata(opened), 'no JSON');
      assert.deepEqual(errorsOf(await check(checker)), errors);
    });
  }

  /** Of a module that every project needs. */
  async function findMetadata({ invocation }: MypyProject): Promise<string> {
    const { cacheFolder } = invocation;
    const names = await readdir(cacheFolder, { recursive: true });
    const name = names.find((file) => /^[^/\\]+.typing\.meta\.json$/.test(file));
    assert.ok(name !== undefined);
    return join(cacheFolder, name);
  }
});
