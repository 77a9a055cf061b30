import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { compilePattern } from '../../src/core/owners/owner-pattern.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { git } from '../support/git/repository.js';

const NAMES = ['a', 'b', 'ab', 'ba', 'aab', 'a+b'];

/** Every path of one to three of the names. */
const PATHS = NAMES.flatMap((first) => [
  first,
  ...NAMES.flatMap((second) => [
    `${first}/${second}`,
    ...NAMES.map((third) => `${first}/${second}/${third}`),
  ]),
]);

const anyPattern = fc
  .record({
    before: fc.constantFrom('', '/'),
    names: fc.array(fc.constantFrom('a', 'b', 'ab', '*', '**', 'a*', '*b', '?', '?b', 'a+b'), {
      minLength: 1,
      maxLength: 4,
    }),
    after: fc.constantFrom('', '', '/'),
  })
  .map(({ before, names, after }) => `${before}${names.join('/')}${after}`)
  // Here GitHub differs from git on purpose: such a pattern is of the files in a folder alone.
  .filter((pattern) => !/\/\*$/.test(pattern));

describe('a pattern of CODEOWNERS', () => {
  let folder: TemporaryFolder;
  before(async () => {
    folder = await TemporaryFolder.create();
    await git(folder.path, 'init', '--quiet');
  });
  after(() => folder.remove());

  it('means what git takes it for in .gitignore', async () => {
    await fc.assert(
      fc.asyncProperty(anyPattern, async (pattern) => {
        await folder.write('.gitignore', `${pattern}\n`);
        const matches = compilePattern(pattern);
        assert.ok(matches !== undefined);
        assert.deepEqual(PATHS.filter(matches), ignoredByGit(), pattern);
      }),
      { numRuns: 150 },
    );
  });

  /** Those of the paths that are ignored. */
  function ignoredByGit(): readonly string[] {
    const options = ['--no-index', '--verbose', '--non-matching', '--stdin'];
    const { stdout } = spawnSync('git', ['-c', 'core.excludesFile=', 'check-ignore', ...options], {
      cwd: folder.path,
      encoding: 'utf8',
      input: PATHS.join('\n'),
    });
    const rows = stdout.trimEnd().split('\n');
    assert.equal(rows.length, PATHS.length);
    return rows.filter((row) => !row.startsWith('::')).map((row) => row.split('\t')[1] ?? '');
  }
});
