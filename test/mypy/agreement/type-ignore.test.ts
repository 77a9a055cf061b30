import assert from 'node:assert/strict';
import { agreeOn, withTree } from '../../support/mypy/agreement.js';
import { VERSION } from '../../support/mypy/interpreters.js';
import { isSince } from '../../support/mypy/is-since.js';

const IGNORES = [
  'a: int = ""  # type: ignore',
  'b: int = ""  # type: ignore[assignment]',
  'c: int = ""  # type: ignore[arg-type]',
  'd: int = 1  # type: ignore',
  'e: int = 1  # type: ignore[assignment]',
  'f: int = ""',
  '',
].join('\n');

/** Has a code of its own since 1.4. */
const UNUSED = isSince(VERSION, 1, 4) ? 'unused-ignore' : '';

describe(`${VERSION}, as a person runs it: # type: ignore`, () => {
  it('with a code and without, and with the wrong one', () =>
    withTree({ 'a.py': IGNORES }, async (tree) => {
      const { errors, run } = await agreeOn(tree);
      assert.deepEqual(errors, ['a.py:3 assignment', 'a.py:6 assignment']);
      const [wrong] = run.errors;
      assert.match(wrong?.notes[0]?.message ?? '', /Error code "assignment" not covered/);
    }));

  it('that is not needed', () =>
    withTree(
      { 'a.py': IGNORES, 'mypy.ini': '[mypy]\nwarn_unused_ignores = True\n' },
      async (tree) => {
        const { errors } = await agreeOn(tree);
        assert.deepEqual(
          errors,
          [
            `a.py:3 ${UNUSED}`,
            'a.py:3 assignment',
            `a.py:4 ${UNUSED}`,
            `a.py:5 ${UNUSED}`,
            'a.py:6 assignment',
          ].sort(),
        );
      },
    ));

  it('that names no code', () =>
    withTree(
      { 'a.py': IGNORES, 'mypy.ini': '[mypy]\nenable_error_code = ignore-without-code\n' },
      async (tree) => {
        const { errors } = await agreeOn(tree);
        assert.deepEqual(errors, [
          'a.py:1 ignore-without-code',
          'a.py:3 assignment',
          'a.py:4 ignore-without-code',
          'a.py:6 assignment',
        ]);
      },
    ));

  it('over a whole file, and its kin in comments for mypy', () =>
    withTree(
      {
        'whole.py': '# type: ignore\nx: int = ""\n',
        'errors.py': '# mypy: ignore-errors\nx: int = ""\n',
        'code.py': '# mypy: disable-error-code="assignment"\nx: int = ""\nlen(1)\n',
        'typo.py': '# mypy: no-such-thing\nx: int = ""\n',
      },
      async (tree) => {
        const { errors } = await agreeOn(tree);
        assert.deepEqual(errors, ['code.py:3 arg-type', 'typo.py:1 misc', 'typo.py:2 assignment']);
      },
    ));
});
