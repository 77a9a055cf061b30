import assert from 'node:assert/strict';
import { environmentHash } from '../../src/mypy/configuration/environment-hash.js';
import { findMypyConfiguration } from '../../src/mypy/configuration/find-configuration.js';
import type { TemporaryFolder } from '../support/files/temporary-folder.js';
import { agreeOn, withTree } from '../support/mypy/agreement.js';
import { VERSION } from '../support/mypy/interpreters.js';

const FILES = {
  'a.py': 'def f(x: int) -> int:\n    return f("é")\n\n\nf(\n    1,\n    2,\n)\n',
  'pkg/b.py': 'x: int = ""\nreveal_type(x)\n',
  'plain.ini': '[mypy]\n',
};

function iniOf(options: readonly string[]): string {
  return ['[mypy]', ...options, ''].join('\n');
}

async function hashOf(tree: TemporaryFolder, options: readonly string[]): Promise<string> {
  await tree.write('mypy.ini', iniOf(options));
  return environmentHash(await findMypyConfiguration(tree.path, null), []);
}

const ERRORS = ['a.py:2 arg-type', 'a.py:5 call-arg', 'pkg/b.py:1 assignment'];

describe(`${VERSION}, as a person runs it: what only changes how errors are shown`, () => {
  const groups = [
    ['pretty = True', 'color_output = True', 'show_absolute_path = True', 'verbosity = 1'],
    ['show_error_context = True', 'show_column_numbers = True', 'show_error_end = True'],
    ['error_summary = False', 'hide_error_codes = True', 'many_errors_threshold = 1'],
    ['no_error_summary = True', 'show_error_codes = False', 'show_error_code_links = True'],
    ['output = json'],
  ];
  for (const options of groups) {
    it(options.join(', '), () =>
      withTree({ ...FILES, 'mypy.ini': iniOf(options) }, async (tree) => {
        const { errors, run } = await agreeOn(tree, { bareArgs: ['--config-file', 'plain.ini'] });
        assert.deepEqual(errors, ERRORS);
        // JSON can be had on the command line only.
        const isUnknown = options.includes('output = json');
        assert.equal(run.stderr.includes('Unrecognized option: output'), isUnknown, run.stderr);
      }),
    );
  }

  it('does not count for the hash in a header', () =>
    withTree({}, async (tree) => {
      const plain = await hashOf(tree, []);
      for (const options of groups) {
        assert.equal(await hashOf(tree, options), plain, options.join());
      }
      assert.notEqual(await hashOf(tree, ['strict = True']), plain);
    }));

  it('variables that colour', () =>
    withTree(FILES, async (tree) => {
      const { errors } = await agreeOn(tree, {
        env: { FORCE_COLOR: '1', MYPY_FORCE_COLOR: '1', TERM: 'xterm' },
        bareArgs: ['--no-color-output'],
      });
      assert.deepEqual(errors, ERRORS);
    }));
});
