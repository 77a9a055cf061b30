import assert from 'node:assert/strict';
import { agreeOn, withTree } from '../support/mypy/agreement.js';
import { VERSION } from '../support/mypy/interpreters.js';
import { isSince } from '../support/mypy/is-since.js';

/** One code for both until 1.6. */
const NOT_FOUND = isSince(VERSION, 1, 6) ? 'import-not-found' : 'import';
const UNTYPED = isSince(VERSION, 1, 6) ? 'import-untyped' : 'import';

const USER = 'import lib\n\nx: int = lib.name\n';
const STUB = 'name: str\n';

describe(`${VERSION}, as a person runs it: imports`, () => {
  it('a stub beside its module stands for it', () =>
    withTree(
      { 'lib.py': 'name = 1\nbad: int = ""\n', 'lib.pyi': STUB, 'user.py': USER },
      async (tree) => {
        const { errors } = await agreeOn(tree);
        assert.deepEqual(errors, ['user.py:3 assignment']);
      },
    ));

  it('an error in a stub', () =>
    withTree({ 'lib.pyi': 'name: Nowhere\n', 'user.py': USER }, async (tree) => {
      const { errors } = await agreeOn(tree);
      assert.deepEqual(errors, ['lib.pyi:1 name-defined']);
    }));

  const stubs = [
    ['mypy_path', 'typings/lib.pyi', 'mypy_path = typings', {}],
    [
      'mypy_path from the folder of the configuration',
      'typings/lib/__init__.pyi',
      'mypy_path = $MYPY_CONFIG_FILE_DIR/typings',
      {},
    ],
    ['MYPYPATH', 'typings/lib.pyi', '', { MYPYPATH: 'typings' }],
    [
      "Python's own path, as a package of stubs",
      'typings/lib-stubs/__init__.pyi',
      '',
      'PYTHONPATH',
    ],
  ] as const;
  for (const [name, stub, option, env] of stubs) {
    it(`stubs on ${name}`, () =>
      withTree(
        { [stub]: STUB, 'user.py': USER, 'mypy.ini': `[mypy]\nfiles = user.py\n${option}\n` },
        async (tree) => {
          const variables = env === 'PYTHONPATH' ? { PYTHONPATH: tree.at('typings') } : env;
          const { errors } = await agreeOn(tree, { targets: [], env: variables });
          assert.deepEqual(errors, ['user.py:3 assignment']);
        },
      ));
  }

  const followed = [
    ['normal', ['lib.py:2 assignment', 'user.py:3 assignment']],
    ['silent', ['user.py:3 assignment']],
    ['skip', []],
    ['error', ['user.py:1 misc']],
  ] as const;
  for (const [how, expected] of followed) {
    it(`follow_imports = ${how}`, () =>
      withTree(
        {
          'lib.py': 'name = ""\nbad: int = ""\n',
          'user.py': USER,
          'mypy.ini': `[mypy]\nfiles = user.py\nfollow_imports = ${how}\n`,
        },
        async (tree) => {
          const { errors } = await agreeOn(tree, { targets: [] });
          assert.deepEqual(errors, expected);
        },
      ));
  }

  it('what is missing, what has no types, and what may be missing', () =>
    withTree(
      {
        'user.py': 'import nowhere\nimport yaml\nimport allowed\n',
        'mypy.ini': '[mypy]\n[mypy-allowed.*]\nignore_missing_imports = True\n',
      },
      async (tree) => {
        const { errors } = await agreeOn(tree);
        assert.deepEqual(errors, [`user.py:1 ${NOT_FOUND}`, `user.py:2 ${UNTYPED}`]);
      },
    ));
});
