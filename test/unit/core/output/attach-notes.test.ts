import assert from 'node:assert/strict';
import { readLinesOnce } from '../../../../src/core/output/line-memory.js';
import { parseOutput } from '../../../../src/core/output/parse-output.js';

/** Errors as `message <- notes`, then orphans. */
function attach(...lines: readonly string[]): readonly string[] {
  const { errors, orphans } = parseOutput(`${lines.join('\n')}\n`, readLinesOnce('/w'));
  return [
    ...errors.map(
      ({ message, notes }) => `${message} <- ${notes.map((note) => note.message).join(' | ')}`,
    ),
    ...orphans.map(({ message }) => `orphan ${message}`),
  ];
}

describe('attachNotes', () => {
  it('gives a note to the error before it on the same line', () => {
    assert.deepEqual(
      attach('a.py:1: error: A', 'a.py:1: note: n1', 'a.py:1: note: n2', 'a.py:2: error: B'),
      ['A <- n1 | n2', 'B <- '],
    );
  });

  it('prefers the error at the column of the note', () => {
    assert.deepEqual(
      attach('a.py:1:2: error: A', 'a.py:1:5: error: B', 'a.py:1:2: note: n', 'a.py:1:7: note: m'),
      ['A <- n', 'B <- m'],
    );
  });

  it('gives no note to an error on another line or in another file', () => {
    assert.deepEqual(attach('a.py:1: error: A', 'a.py:2: note: n', 'b.py:1: note: m'), [
      'A <- ',
      'orphan n',
      'orphan m',
    ]);
  });

  it('gives "defined here" to the nearest error that names it', () => {
    assert.deepEqual(
      attach(
        'b.py:2: error: Too many arguments for "f"',
        'd.py:1: note: "f" defined here',
        'b.py:3: error: Unexpected keyword argument "z" for "m" of "C"',
        'd.py:3: note: "m" of "C" defined here',
      ),
      [
        'Too many arguments for "f" <- "f" defined here',
        'Unexpected keyword argument "z" for "m" of "C" <- "m" of "C" defined here',
      ],
    );
  });

  it('looks for it among later errors too', () => {
    assert.deepEqual(
      attach('d.py:1: note: "f" defined here', 'e.py:1: error: Too few arguments for "f"'),
      ['Too few arguments for "f" <- "f" defined here'],
    );
    assert.deepEqual(attach('d.py:1: note: "f" defined here'), ['orphan "f" defined here']);
  });

  it('keeps where a note is', () => {
    const stdout = 'b.py:2: error: Bad call for "f"\n/w/d.py:7:3: note: "f" defined here\n';
    const [error] = parseOutput(stdout, readLinesOnce('/w')).errors;
    assert.deepEqual(error?.notes, [
      { path: 'd.py', start: { line: 7, column: 3 }, message: '"f" defined here' },
    ]);
  });

  it('gives notes with a code of their own to nobody', () => {
    assert.deepEqual(
      attach('a.py:1: error: A  [misc]', 'a.py:1: note: unchecked  [annotation-unchecked]'),
      ['A <- ', 'orphan unchecked'],
    );
  });

  it('never lets a range end before it starts', () => {
    const [error] = parseOutput(
      't.py:3:10:1:18: error: "list" expects 1 type\n',
      readLinesOnce('/w'),
    ).errors;
    assert.deepEqual(error?.end, { line: 3, column: 10 });
  });
});
