import assert from 'node:assert/strict';
import type { LocatedError } from '../../../src/core/error/mypy-error.js';
import { followLines } from '../../../src/workspace/source/follow-lines.js';
import { toError } from '../../support/arbitrary/errors.js';

/** An error on a line that read so. */
function errorAt(line: number, text: string): LocatedError {
  return toError({ path: 'a.py', code: 'misc', scope: '', message: text, text }, line);
}

function linesOf(lines: readonly string[], errors: readonly LocatedError[]): readonly string[] {
  return followLines(lines, errors).map(({ message, start }) => `${start.line} ${message}`);
}

describe('following errors into a file that changed', () => {
  it('finds lines that stayed, and those that moved', () => {
    const errors = [errorAt(1, 'a()'), errorAt(3, 'b()')];
    assert.deepEqual(linesOf(['  a()', '', 'b()'], errors), ['1 a()', '3 b()']);
    assert.deepEqual(linesOf(['import x', '  a()', '', 'b()'], errors), ['2 a()', '4 b()']);
  });

  it('leaves out an error whose line reads differently', () => {
    const errors = [errorAt(1, 'a()'), errorAt(2, 'b()')];
    assert.deepEqual(linesOf(['a(1)', 'b()'], errors), ['2 b()']);
  });

  it('leaves out an error that could be on several lines', () => {
    assert.deepEqual(linesOf(['x', 'a()', 'a()'], [errorAt(1, 'a()')]), []);
  });

  it('tells equal lines apart by how far those above have moved', () => {
    const errors = [errorAt(1, 'one()'), errorAt(2, 'a()'), errorAt(4, 'a()')];
    const now = ['', 'one()', 'a()', '', 'a()'];
    assert.deepEqual(linesOf(now, errors), ['2 one()', '3 a()', '5 a()']);
  });

  it('knows nothing of an error whose line nobody could read', () => {
    assert.deepEqual(linesOf(['', ''], [errorAt(1, '')]), []);
  });

  it('keeps what is about the whole file', () => {
    assert.deepEqual(linesOf(['x'], [{ ...errorAt(1, ''), start: { line: 0, column: 0 } }]), [
      '0 ',
    ]);
  });

  it('moves the end along, and drops notes that may be wrong now', () => {
    const error: LocatedError = {
      ...errorAt(1, 'a('),
      end: { line: 3, column: 2 },
      notes: [
        {
          path: 'a.py',
          start: { line: 9, column: 1 },
          message: 'defined here',
          range: { startLine: 8, startCharacter: 0, endLine: 8, endCharacter: 1 },
        },
      ],
    };
    const [moved] = followLines(['', 'a('], [error]);
    assert.deepEqual(moved?.end, { line: 4, column: 2 });
    assert.deepEqual(moved?.notes, []);
    const [stayed] = followLines(['a('], [error]);
    assert.equal(stayed?.notes.length, 1);
  });
});
