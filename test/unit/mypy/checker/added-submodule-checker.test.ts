import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import type { CheckRun } from '../../../../src/core/check/check-run.js';
import { AddedSubmoduleChecker } from '../../../../src/mypy/checker/added-submodule-checker.js';
import type { CheckOptions } from '../../../../src/mypy/checker/checker.js';
import { TemporaryFolder } from '../../../support/files/temporary-folder.js';

const START = { line: 1, column: 1 };

/** A run that misses `b` in the package `a`, as a file says that wants it. */
function missing(...paths: readonly string[]): CheckRun {
  return saying('Module "a" has no attribute "b"; maybe "c"?', paths);
}

function saying(message: string, paths: readonly string[]): CheckRun {
  return {
    kind: 'complete',
    authority: 'plain',
    errors: paths.map((path) => ({
      path,
      start: START,
      end: START,
      code: 'attr-defined',
      message,
      notes: [],
    })),
    checkedFiles: 2,
    noise: [],
    isProven: true,
    stderr: '',
  };
}

describe('AddedSubmoduleChecker', () => {
  let folder: TemporaryFolder;
  const asked: (readonly string[])[] = [];
  let runs: CheckRun[] = [];

  beforeEach(async () => {
    folder = await TemporaryFolder.create();
    await folder.write('.cache/3.11/cache.db', '');
    asked.length = 0;
  });
  afterEach(() => folder.remove());

  function open(): AddedSubmoduleChecker {
    const inner = {
      engine: 'fake',
      check: ({ forget = [] }: CheckOptions) => {
        asked.push(forget);
        return Promise.resolve(runs.shift() ?? missing());
      },
      hasSameEnvironment: () => Promise.resolve(false),
      expectAnother: () => undefined,
      dispose: () => Promise.resolve(),
    };
    const places = { root: folder.path, cacheFolder: folder.at('.cache') };
    return new AddedSubmoduleChecker(inner, places, () => undefined);
  }

  const check = (checker: AddedSubmoduleChecker, forget: readonly string[] = []) =>
    checker.check({ signal: new AbortController().signal, forget });

  it('believes that a module is missing which is not there', async () => {
    runs = [missing('main.py')];
    assert.deepEqual(await check(open()), missing('main.py'));
    assert.deepEqual(asked, [[]]);
  });

  for (const [where, path, wanting] of [
    ['below the root', 'a/b.py', 'main.py'],
    ['as a stub', 'a/b.pyi', 'main.py'],
    ['as a package', 'a/b/__init__.py', 'main.py'],
    ['below a folder of sources', 'src/a/b.py', 'src/deep/main.py'],
  ] as const) {
    it(`has mypy look again at who misses one that is there, ${where}`, async () => {
      await folder.write(path, '');
      runs = [missing(wanting, 'other/c.py'), missing()];
      assert.deepEqual(await check(open(), ['/else.py']), missing());
      const others = path.startsWith('src') ? [] : [folder.at('other/c.py')];
      assert.deepEqual(asked, [['/else.py'], ['/else.py', folder.at(wanting), ...others]]);
    });
  }

  it('has mypy look again at who misses something in a module without a name', async () => {
    const nameless = saying('Module has no attribute "f"', ['main.py']);
    runs = [nameless, missing(), nameless, nameless, nameless];
    const checker = open();
    assert.deepEqual(await check(checker), missing());
    assert.deepEqual(asked, [[], [folder.at('main.py')]]);
    await check(checker);
    await check(checker);
    assert.equal(asked.length, 5, 'it was meant');
  });

  it('believes what mypy says without a cache, in later processes too', async () => {
    await rm(folder.at('.cache/3.11'), { recursive: true });
    const nameless = saying('Module has no attribute "f"', ['main.py']);
    const other = saying('Module has no attribute "g"', ['main.py']);
    runs = [nameless, nameless, other, missing()];
    await check(open());
    await folder.write('.cache/3.11/cache.db', '');
    await check(open());
    assert.equal(asked.length, 2);
    await check(open());
    assert.equal(asked.length, 4);
  });

  it('looks again where nobody can tell what was meant', async () => {
    await folder.write('.cache/meant-errors.json', '["torn');
    runs = [saying('Module has no attribute "f"', ['main.py']), missing()];
    await check(open());
    assert.equal(asked.length, 2);
  });

  it('believes mypy when it says so again', async () => {
    await folder.write('a/b.py', '');
    runs = Array.from({ length: 5 }, () => missing('main.py'));
    const checker = open();
    await check(checker);
    await check(checker);
    assert.equal(asked.length, 3);
    await folder.delete('a/b.py');
    await check(checker);
    await folder.write('a/b.py', '');
    await check(checker);
    assert.equal(asked.length, 6, 'it has gone meanwhile, and come back');
  });

  it('asks about each that misses it, also when one shows later', async () => {
    await folder.write('a/b.py', '');
    runs = [missing('main.py'), missing('late.py'), missing()];
    assert.deepEqual(await check(open()), missing());
    const [main, late] = [folder.at('main.py'), folder.at('late.py')];
    assert.deepEqual(asked, [[], [main], [main, late]]);
  });

  it('leaves other ends of a run alone', async () => {
    await folder.write('a/b.py', '');
    runs = [{ kind: 'cancelled' }];
    assert.deepEqual(await check(open()), { kind: 'cancelled' });
    assert.equal(asked.length, 1);
  });
});
