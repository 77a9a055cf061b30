import assert from 'node:assert/strict';
import { agreeOn, withTree } from '../support/mypy/agreement.js';
import { VERSION } from '../support/mypy/interpreters.js';

describe(`${VERSION}, as a person runs it: options`, () => {
  it('python_version and platform', () =>
    withTree(
      {
        'a.py': [
          'import sys',
          'if sys.version_info >= (3, 11):',
          '    a: int = ""',
          'else:',
          '    b: int = ""',
          'if sys.platform == "win32":',
          '    c: int = ""',
          'else:',
          '    d: int = ""',
          '',
        ].join('\n'),
        'mypy.ini': '[mypy]\npython_version = 3.10\nplatform = win32\n',
      },
      async (tree) => {
        const { errors } = await agreeOn(tree);
        assert.deepEqual(errors, ['a.py:5 assignment', 'a.py:7 assignment']);
      },
    ));

  it('a python_version that mypy does not know is a warning', () =>
    withTree(
      { 'a.py': 'x: int = ""\n', 'mypy.ini': '[mypy]\npython_version = 3.3\n' },
      async (tree) => {
        const { errors, run, bare } = await agreeOn(tree);
        assert.deepEqual(errors, ['a.py:1 assignment']);
        assert.match(run.stderr, /python_version.*3\.3/);
        assert.match(bare.stderr, /python_version.*3\.3/);
      },
    ));

  it('codes that are enabled and disabled, everywhere and in one module', () =>
    withTree(
      {
        'a.py': 'class C: pass\nx: int = ""\nif C(): pass\n',
        'b.py': 'class C: pass\nx: int = ""\nif C(): pass\n',
        'pyproject.toml': [
          '[tool.mypy]',
          'enable_error_code = ["truthy-bool"]',
          '[[tool.mypy.overrides]]',
          'module = ["b"]',
          'disable_error_code = "assignment"',
          '',
        ].join('\n'),
      },
      async (tree) => {
        const { errors } = await agreeOn(tree);
        assert.deepEqual(errors, ['a.py:2 assignment', 'a.py:3 truthy-bool', 'b.py:3 truthy-bool']);
      },
    ));

  it('strict, but for one module', () =>
    withTree(
      {
        'a.py': 'def f(x): return x\n',
        'b.py': 'def f(x): return x\n',
        'mypy.ini': '[mypy]\nstrict = True\n[mypy-b]\ndisallow_untyped_defs = False\n',
      },
      async (tree) => {
        const { errors } = await agreeOn(tree);
        assert.deepEqual(errors, ['a.py:1 no-untyped-def']);
      },
    ));

  // With a cache mypy does not look for such sections.
  it('a section that fits no module is told', () =>
    withTree(
      {
        'a.py': 'x: int = ""\n',
        'mypy.ini':
          '[mypy]\nwarn_unused_configs = True\nincremental = False\n[mypy-nothing.*]\nignore_errors = True\n',
      },
      async (tree) => {
        const { errors, run, bare } = await agreeOn(tree);
        assert.deepEqual(errors, ['a.py:1 assignment']);
        assert.match(bare.stdout + bare.stderr, /unused section\(s\).*\[mypy-nothing\.\*\]/);
        assert.match(run.stderr, /unused section\(s\).*\[mypy-nothing\.\*\]/);
        assert.deepEqual(run.noise, []);
      },
    ));

  it('an option that mypy does not know is told', () =>
    withTree({ 'a.py': 'x: int = ""\n', 'mypy.ini': '[mypy]\nstrct = True\n' }, async (tree) => {
      const { errors, run } = await agreeOn(tree);
      assert.deepEqual(errors, ['a.py:1 assignment']);
      assert.match(run.stderr, /Unrecognized option: strct/);
    }));
});
