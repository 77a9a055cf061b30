import assert from 'node:assert/strict';
import { utimes, writeFile } from 'node:fs/promises';
import { readFileStates, SameSecondChanges } from '../../src/mypy/checker/same-second-changes.js';
import { type MypyVersion, VERSIONS } from '../support/mypy/interpreters.js';
import { isSince } from '../support/mypy/is-since.js';
import { check, errorsOf, MypyProject } from '../support/mypy/mypy-project.js';

/** Two contents of the same size. The good one is first: 1.4.1 caches no file with errors. */
const GOOD = 'x: str = "1"\n';
const BAD = 'x: int = "1"\n';

/** The caches that a version can have, by the arguments that choose them. */
const CACHES = VERSIONS.flatMap((version) => [
  { version, args: [] },
  { version, args: otherCache(version) },
]);

/** What chooses the cache that is not the default: SQLite is since 1.20. */
function otherCache(version: MypyVersion): readonly string[] {
  const isSqlite = isSince(version, 1, 20);
  return isSqlite ? ['--no-sqlite-cache', '--no-fixed-format-cache'] : ['--sqlite-cache'];
}

describe('two saves within one second, on real mypy', () => {
  let project: MypyProject | undefined;

  afterEach(async () => {
    await project?.remove();
    project = undefined;
  });

  for (const { version, args } of CACHES) {
    for (const engine of ['process', 'prewarmed'] as const) {
      it(`${version} ${engine} ${args.join(' ')}: the second is seen`, async () => {
        // A module of a package, and one whose module name is only known to mypy.
        const files = { 'pkg/__init__.py': '', 'pkg/a.py': '', 'src/deep/b.py': '', 'c.py': '' };
        const opened = await MypyProject.create(version, files, { args });
        project = opened;
        const paths = ['pkg/__init__.py', 'pkg/a.py', 'src/deep/b.py', 'c.py'];
        // Bears the name of an entry in the cache, and is not one.
        await opened.folder.write('pkg/a.meta.json', 'precious');
        const changes = new SameSecondChanges();
        const checker = opened.checker(engine);

        await writeAll(paths, GOOD);
        assert.deepEqual(await findUnseen(), []);
        assert.deepEqual(errorsOf(await check(checker)), []);

        await writeAll(paths, BAD);
        // What mypy does when it is left alone: the reason for all this.
        assert.deepEqual(errorsOf(await check(checker)), []);
        const unseen = await findUnseen();
        assert.equal(unseen.length, paths.length);
        assert.equal(errorsOf(await check(checker, unseen)).length, paths.length);
        assert.equal(await opened.folder.read('pkg/a.meta.json'), 'precious');

        async function findUnseen(): Promise<readonly string[]> {
          const files = paths.map((path) => opened.folder.at(path));
          return changes.findUnseen(await readFileStates(files));
        }

        async function writeAll(names: readonly string[], content: string): Promise<void> {
          for (const name of names) {
            await writeFile(opened.folder.at(name), content);
            await utimes(opened.folder.at(name), 1_700_000_000.2, 1_700_000_000.2);
          }
        }
      });
    }
  }
});
