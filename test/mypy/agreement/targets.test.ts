import assert from 'node:assert/strict';
import { agreeOn, withTree } from '../../support/mypy/agreement.js';
import { VERSION } from '../../support/mypy/interpreters.js';

const BAD = 'x: int = ""\n';

const FILES = {
  'a.py': BAD,
  'b.py': BAD,
  'pkg/__init__.py': '',
  'pkg/c.py': BAD,
  'other/__init__.py': '',
  'other/d.py': BAD,
};

describe(`${VERSION}, as a person runs it: what is checked`, () => {
  const named: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] =
    [
      ['nothing is named', {}, ['a.py', 'b.py', 'other/d.py', 'pkg/c.py']],
      ['files', { 'mypy.ini': '[mypy]\nfiles = a.py, pkg\n' }, ['a.py', 'pkg/c.py']],
      [
        'files over lines',
        { 'setup.cfg': '[mypy]\nfiles =\n  a.py,\n  pkg\n' },
        ['a.py', 'pkg/c.py'],
      ],
      ['a pattern', { 'pyproject.toml': '[tool.mypy]\nfiles = ["*.py"]\n' }, ['a.py', 'b.py']],
      [
        'a pattern over folders',
        { 'pyproject.toml': '[tool.mypy]\nfiles = "**/*.py"\n' },
        ['a.py', 'b.py', 'other/d.py', 'pkg/c.py'],
      ],
      ['packages', { 'mypy.ini': '[mypy]\npackages = pkg, other\n' }, ['other/d.py', 'pkg/c.py']],
      [
        'modules',
        { 'pyproject.toml': '[tool.mypy]\nmodules = ["b", "pkg.c"]\n' },
        ['b.py', 'pkg/c.py'],
      ],
      [
        'files that are none',
        { 'mypy.ini': '[mypy]\nfiles =\n' },
        ['a.py', 'b.py', 'other/d.py', 'pkg/c.py'],
      ],
    ];
  for (const [name, configuration, paths] of named) {
    it(name, () =>
      withTree({ ...FILES, ...configuration }, async (tree) => {
        const isNamed = name !== 'nothing is named' && name !== 'files that are none';
        const { errors } = await agreeOn(tree, { targets: isNamed ? [] : ['.'] });
        assert.deepEqual(
          errors,
          paths.map((path) => `${path}:1 assignment`),
        );
      }),
    );
  }

  it('packages below a folder of mypy_path', () =>
    withTree(
      {
        'src/pkg/__init__.py': '',
        'src/pkg/c.py': BAD,
        'mypy.ini': '[mypy]\nmypy_path = src\npackages = pkg\n',
      },
      async (tree) => {
        const { errors } = await agreeOn(tree, { targets: [] });
        assert.deepEqual(errors, ['src/pkg/c.py:1 assignment']);
      },
    ));

  it('exclude, but for what others import', () =>
    withTree(
      {
        ...FILES,
        'a.py': 'from other.d import x\n',
        'gen/e.py': BAD,
        'pyproject.toml': "[tool.mypy]\nexclude = ['^gen/', '^other/', 'b\\.py$']\n",
      },
      async (tree) => {
        const { errors } = await agreeOn(tree);
        assert.deepEqual(errors, ['other/d.py:1 assignment', 'pkg/c.py:1 assignment']);
      },
    ));

  it('namespace packages', () =>
    withTree(
      {
        'src/company/one/shared.py': BAD,
        'src/company/two/shared.py': `from company.one.shared import x\n${BAD.replace('x', 'y')}`,
        'mypy.ini':
          '[mypy]\nexplicit_package_bases = True\nnamespace_packages = True\nmypy_path = src\n',
      },
      async (tree) => {
        const { errors } = await agreeOn(tree);
        assert.deepEqual(errors, [
          'src/company/one/shared.py:1 assignment',
          'src/company/two/shared.py:2 assignment',
        ]);
      },
    ));
});
