import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseLine } from '../../../../src/core/output/parse-line.js';
import { anyMessage, formatMessage } from '../../../support/arbitrary/mypy-messages.js';

function parse(line: string) {
  const parsed = parseLine(line);
  assert.equal(parsed.kind, 'message', line);
  return parsed.message;
}

describe('parseLine', () => {
  it('reads a message that holds a line separator of Unicode', () => {
    const line = 'a.py:1: error: Name "\u2028" is not defined  [name-defined]';
    const parsed = parseLine(line);
    assert.ok(parsed.kind === 'message' && parsed.message.code === 'name-defined');
  });

  it('reads back what mypy prints, in every form', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const { path, start, end, code, text, severity } = parse(formatMessage(message));
        const [line = 0, column = 0, endLine = line, endColumn = column] = message.position;
        assert.deepEqual(
          { path, start, end, code, text, severity },
          {
            path: message.path,
            start: { line, column },
            end: { line: endLine, column: endColumn },
            code: message.code,
            text: message.text,
            severity: message.severity,
          },
        );
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (line) => void parseLine(line)));
    fc.assert(fc.property(fc.json(), (line) => void parseLine(line)));
  });

  const texts = [
    ['a.py:1:2:3:4: error: M  [misc]', 'a.py', [1, 2, 3, 4], 'misc', 'M'],
    ['a.py:1:2: error: M  [misc]', 'a.py', [1, 2, 1, 2], 'misc', 'M'],
    [
      'a.py:1: error: Unused "type: ignore" comment',
      'a.py',
      [1, 0, 1, 0],
      '',
      'Unused "type: ignore" comment',
    ],
    ['r/q.py: error: Duplicate module', 'r/q.py', [0, 0, 0, 0], '', 'Duplicate module'],
    ['C:\\w\\a.py:7:1: error: M  [misc]', 'C:\\w\\a.py', [7, 1, 7, 1], 'misc', 'M'],
    ['C:/a.py: error: M', 'C:/a.py', [0, 0, 0, 0], '', 'M'],
    ['a.py:1: error: Use [int]', 'a.py', [1, 0, 1, 0], '', 'Use [int]'],
    ['a.py:1: error: See  [a b]', 'a.py', [1, 0, 1, 0], '', 'See  [a b]'],
  ] as const;
  for (const [line, path, [l, c, el, ec], code, text] of texts) {
    it(`reads ${line}`, () => {
      const message = parse(line);
      assert.equal(message.path, path);
      assert.deepEqual(message.start, { line: l, column: c });
      assert.deepEqual(message.end, { line: el, column: ec });
      assert.equal(message.code, code);
      assert.equal(message.text, text);
    });
  }

  it('keeps the codes of notes that stand for themselves only', () => {
    assert.equal(parse('a.py:1: note: M  [annotation-unchecked]').code, 'annotation-unchecked');
    assert.equal(parse('a.py:1: note: M  [deprecated]').code, 'deprecated');
    assert.equal(parse('a.py:1: note: def f() -> X  [misc]').code, '');
  });

  it('reads a JSON record, whose start column is 0-based and whose end column is not', () => {
    const record = {
      file: 'a.py',
      line: 3,
      column: 4,
      end_line: 3,
      end_column: 9,
      message: 'M',
      hint: 'one\ntwo',
      code: 'arg-type',
      severity: 'error',
    };
    assert.deepEqual(parse(JSON.stringify(record)), {
      severity: 'error',
      path: 'a.py',
      start: { line: 3, column: 5 },
      end: { line: 3, column: 9 },
      code: 'arg-type',
      text: 'M',
      hints: ['one', 'two'],
    });
  });

  it('reads what is unknown in JSON as 0', () => {
    const record =
      '{"file": "a.py", "line": -1, "column": -1, "message": "M", "hint": null, "code": null, "severity": "error"}';
    const { start, end, code, hints } = parse(record);
    assert.deepEqual(
      { start, end, code, hints },
      { start: { line: 0, column: 0 }, end: { line: 0, column: 0 }, code: '', hints: [] },
    );
  });

  it('takes a code from no note in JSON but those that stand for themselves', () => {
    const note = { file: 'a.py', line: 1, column: 0, message: 'M', hint: null, severity: 'note' };
    assert.equal(parse(JSON.stringify({ ...note, code: 'override' })).code, '');
    assert.equal(parse(JSON.stringify({ ...note, code: 'deprecated' })).code, 'deprecated');
  });

  for (const line of ['', '{}', '{"file": 1}', '[]', 'plugin says: hello', 'a.py:1:', 'error: x']) {
    it(`takes ${JSON.stringify(line)} for noise`, () => {
      assert.equal(parseLine(line).kind, 'noise');
    });
  }

  it('reads the summary in all its forms', () => {
    const summaries = [
      ['Success: no issues found in 1 source file', { kind: 'success', checkedFiles: 1 }],
      ['Success: no issues found in 20 source files', { kind: 'success', checkedFiles: 20 }],
      [
        'Found 1 error in 1 file (checked 1 source file)',
        { kind: 'found', errors: 1, checkedFiles: 1 },
      ],
      [
        'Found 31 errors in 2 files (checked 5 source files)',
        { kind: 'found', errors: 31, checkedFiles: 5 },
      ],
      [
        'Found 1 error in 1 file (errors prevented further checking)',
        { kind: 'prevented', errors: 1 },
      ],
    ] as const;
    for (const [line, summary] of summaries) {
      assert.deepEqual(parseLine(line), { kind: 'summary', summary });
    }
    assert.equal(parseLine('Found 1 error in 1 file (checked 1 source file').kind, 'noise');
  });
});
