import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FileSummary } from '../../../../src/core/counts/counts.js';
import { countByOwner } from '../../../../src/core/owners/by-owner.js';
import { ownersOfFile, parseCodeOwners } from '../../../../src/core/owners/parse-codeowners.js';

/** Who owns a path by a file of these lines. */
const owner = (path: string, ...lines: readonly string[]): string =>
  ownersOfFile(parseCodeOwners(lines.join('\n')), path).join(' ');

/** The example in GitHub's documentation, "About code owners". */
const GITHUB = [
  '# This is a comment.',
  '*       @global-owner1 @global-owner2',
  '*.js    @js-owner #This is an inline comment.',
  '*.go docs@example.com',
  '*.txt @octo-org/octocats',
  '/build/logs/ @doctocat',
  'docs/* docs@example.com',
  'apps/ @octocat',
  '/docs/ @doctocat',
  '/scripts/ @doctocat @octocat',
  '**/logs @octocat',
  '/apps/ @octocat',
  '/apps/github',
];

describe("GitHub's example of CODEOWNERS", () => {
  const cases: Readonly<Record<string, string>> = {
    'README.md': '@global-owner1 @global-owner2',
    'src/deep/index.js': '@js-owner',
    'cmd/main.go': 'docs@example.com',
    'notes/todo.txt': '@octo-org/octocats',
    'src/scripts/a.py': '@global-owner1 @global-owner2',
    'docs/getting-started.md': '@doctocat',
    'scripts/run.py': '@doctocat @octocat',
    'build/logs/today/x.py': '@octocat',
    'deeply/nested/logs/x.py': '@octocat',
    'lib/apps/x.py': '@octocat',
    'apps/x.py': '@octocat',
    'apps/github/x.py': '',
  };
  for (const [path, expected] of Object.entries(cases)) {
    it(`gives ${path} to ${expected || 'nobody'}`, () => {
      assert.equal(owner(path, ...GITHUB), expected);
    });
  }

  it('takes docs/* for the files in docs alone', () => {
    const rule = 'docs/* @a';
    assert.equal(owner('docs/getting-started.md', rule), '@a');
    assert.equal(owner('docs/build-app/troubleshooting.md', rule), '');
    assert.equal(owner('lib/docs/x.md', rule), '');
  });
});

describe('a CODEOWNERS file', () => {
  it('counts the last rule that matches', () => {
    assert.equal(owner('a/b.py', '* @all', 'a/ @a', '*.py @py'), '@py');
    assert.equal(owner('a/b.py', '*.py @py', 'a/ @a'), '@a');
  });

  it('binds a pattern with a slash within to the top, and no other', () => {
    assert.equal(owner('x/app/models/y.py', 'app/models @a'), '');
    assert.equal(owner('app/models/y.py', 'app/models @a'), '@a');
    assert.equal(owner('x/models/y.py', 'models @a'), '@a');
    assert.equal(owner('x/models/y.py', '/models @a'), '');
    assert.equal(owner('x/models.py', 'models/ @a'), '');
  });

  it('knows stars, question marks and escaped blanks', () => {
    assert.equal(owner('a/x/y/b.py', 'a/**/b.py @a'), '@a');
    assert.equal(owner('a/b.py', 'a/**/b.py @a'), '@a');
    assert.equal(owner('a/x/b.py', 'a/** @a'), '@a');
    assert.equal(owner('a/v1.py', 'a/v?.py @a'), '@a');
    assert.equal(owner('a/v1/x.py', 'a/v* @a'), '@a');
    assert.equal(owner('my app/x.py', 'my\\ app/ @a'), '@a');
    assert.equal(owner('#x/y.py', '\\#x/ @a'), '@a');
    assert.equal(owner('a+b/(c).py', 'a+b/(c).py @a'), '@a');
  });

  it('has no rule in what GitHub does not take', () => {
    assert.equal(owner('a.py', '!a.py @a', '[ab].py @a', '/ @a', ''), '');
  });

  it("adds GitLab's sections up, with their own owners for lines without", () => {
    const lines = ['* @all', '[Backend][2] @back', 'app/', 'app/api @api', '^[Docs]', '*.md @docs'];
    assert.equal(owner('app/x.py', ...lines), '@all @back');
    assert.equal(owner('app/api/x.md', ...lines), '@all @api @docs');
  });

  it('is never slow to match', () => {
    const rule = `${'*a'.repeat(200)}b @a`;
    assert.equal(owner('a'.repeat(2_000), rule), '');
    assert.equal(owner('a/'.repeat(1_000), `${'**/a/'.repeat(100)}b @a`), '');
  });

  it('is read whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, path) => {
        assert.ok(Array.isArray(ownersOfFile(parseCodeOwners(text), path)));
      }),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('*', '/', '?', '\\', 'a', ' ', '@', '#', '[', ']') }),
        (text) => {
          assert.ok(Array.isArray(ownersOfFile(parseCodeOwners(text), 'a/aa/aaaa/aaaaaaaaaa')));
        },
      ),
    );
  });
});

describe('countByOwner', () => {
  const file = (path: string, current: number): FileSummary => ({
    path,
    current,
    committed: current + 1,
    new: 0,
    fixed: 1,
  });

  it('adds up files by who owns them, in the repository that is above the project', () => {
    const owners = parseCodeOwners('/back/ @back\n/back/web/ @web @back\n/back/old/');
    const files = [file('a.py', 2), file('b.py', 3), file('web/c.py', 9), file('old/d.py', 1)];
    assert.deepEqual(countByOwner(files, owners, 'back'), [
      { owners: ['@web', '@back'], files: 1, current: 9, committed: 10, new: 0, fixed: 1 },
      { owners: ['@back'], files: 2, current: 5, committed: 7, new: 0, fixed: 2 },
      { owners: [], files: 1, current: 1, committed: 2, new: 0, fixed: 1 },
    ]);
  });
});
