import assert from 'node:assert/strict';
import type { LocatedError } from '../../../../src/core/error/mypy-error.js';
import { applyEdits } from '../../../../src/core/fix/apply-edits.js';
import { createFixFinder } from '../../../../src/workspace/fix/find-fixes.js';
import { toSourceText } from '../../../../src/workspace/source/source-text.js';
import { locatedOn } from '../../../support/fix/located-errors.js';

/** The text with an error on its first line ignored; null where no comment would do. */
function ignored(text: string, character: number, endLine: number): string | null {
  const error = locatedOn(text, 1, 'misc', endLine);
  const range = { ...error.range, startCharacter: character, endCharacter: character + 1 };
  const located: LocatedError = { ...error, range };
  const [fix] = createFixFinder(toSourceText(text), { hasUnions: true })([located]);
  return fix === undefined ? null : applyEdits(text, fix.edits);
}

describe('a comment that ignores an error', () => {
  it('stands on the first line of the expression that can have one', () => {
    const text = 'x = f("""\n""") + \\\n  1\n';
    assert.equal(ignored(text, 4, 3), 'x = f("""\n""") + \\\n  1  # type: ignore[misc]\n');
  });

  it('stands on the line of a definition or an import, and nowhere else', () => {
    assert.equal(ignored('def f(a, \\\n  b): pass\n', 4, 2), null);
    assert.equal(ignored('class C(A, \\\n  B): pass\n', 6, 2), null);
    assert.equal(ignored('from a import b, \\\n  c\n', 0, 2), null);
    assert.equal(
      ignored('def f(\n  a): pass\n', 4, 2),
      'def f(  # type: ignore[misc]\n  a): pass\n',
    );
    // The default of a parameter is an expression.
    assert.equal(
      ignored('def f(a="""\n"""): pass\n', 8, 2),
      'def f(a="""\n"""): pass  # type: ignore[misc]\n',
    );
  });

  it('does not stand where mypy would take it for something else', () => {
    assert.equal(ignored('x = 1  #: documentation\n', 0, 1), null);
    assert.equal(ignored('x = 1  # type: ignore\n', 0, 1), null);
    assert.equal(ignored('x = 1  # type: ignore[a] because\n', 0, 1), null);
  });
});
