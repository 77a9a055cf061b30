import assert from 'node:assert/strict';
import { askBoth, withTree, wordBare } from '../../support/mypy/agreement.js';
import { VERSION } from '../../support/mypy/interpreters.js';

const BAD = 'x: int = ""\n';

describe(`${VERSION}, as a person runs it: what keeps mypy from checking`, () => {
  const blocked: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['a syntax error', { 'a.py': BAD, 'b.py': 'def f(:\n' }],
    ['a syntax error in what is imported', { 'a.py': 'import pkg.b\n', 'pkg/b.py': 'x = = 1\n' }],
    ['two modules of one name', { 'one/a.py': BAD, 'two/a.py': BAD }],
    [
      'a file with two names',
      {
        'src/a.py': BAD,
        'b.py': 'import a\nimport src.a\n',
        'mypy.ini': '[mypy]\nmypy_path = src\n',
      },
    ],
  ];
  for (const [name, files] of blocked) {
    it(name, () =>
      withTree(files, async (tree) => {
        const { first, second, bare } = await askBoth(tree);
        assert.equal(bare.status, 2, bare.stdout);
        for (const run of [first, second]) {
          assert.equal(run.kind, 'blocked', JSON.stringify(run));
          assert.deepEqual(run.blockers.map(wordBare).sort(), bare.errors);
        }
      }),
    );
  }

  const refused = [
    ['a module that is nowhere', '[mypy]\nmodules = nowhere\n', /nowhere/],
    ['a package that is nowhere', '[mypy]\npackages = nowhere\n', /nowhere/],
    ['a plugin that is nowhere', '[mypy]\nfiles = a.py\nplugins = nowhere\n', /plugin "nowhere"/],
  ] as const;
  for (const [name, configuration, detail] of refused) {
    it(name, () =>
      withTree({ 'a.py': BAD, 'mypy.ini': configuration }, async (tree) => {
        const { first, bare } = await askBoth(tree, { targets: [] });
        assert.equal(bare.status, 2, bare.stdout);
        assert.ok(first.kind === 'failed' && first.failure.kind === 'usage', JSON.stringify(first));
        assert.match(first.failure.detail, detail);
      }),
    );
  }
});
