import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readMypyBaseline } from '../../../../src/core/import/read-mypy-baseline.js';
import { anyMessage, formatMessage } from '../../../support/arbitrary/mypy-messages.js';
import { BASELINE, MYPY_JSON, MYPY_TEXT } from '../../../support/import/mypy-baseline-files.js';

describe('reading a baseline of mypy-baseline', () => {
  it('finds its errors, equal ones as often as they stand there, and no notes', () => {
    const { imported, unread } = readMypyBaseline(BASELINE, '/shop');
    assert.deepEqual(unread, []);
    assert.deepEqual(
      imported.map(({ path, code, count }) => [path, code, count]),
      [
        ['shop/prix_é.py', 'unused-ignore', 1],
        ['shop/prix_é.py', 'no-redef', 1],
        ['shop/prix_é.py', 'arg-type', 2],
        ['shop/cart.py', 'import-untyped', 1],
        ['shop/cart.py', 'return-value', 2],
        ['shop/cart.py', 'no-redef', 1],
        ['shop/cart.py', 'return-value', 2],
      ],
    );
    assert.equal(imported[0]?.message, 'Unused "type: ignore[arg-type]" comment');
  });

  it('finds the same in what mypy itself printed, in text and in JSON', () => {
    const expected = readMypyBaseline(BASELINE, '/shop');
    assert.deepEqual(readMypyBaseline(MYPY_TEXT, '/shop'), expected);
    assert.deepEqual(readMypyBaseline(MYPY_JSON, '/shop'), expected);
  });

  it('understands CRLF, a byte order mark and a last line without its end', () => {
    const expected = readMypyBaseline(BASELINE, '/shop');
    const windows = `\uFEFF${BASELINE.trimEnd().replaceAll('\n', '\r\n')}`;
    assert.deepEqual(readMypyBaseline(windows, '/shop'), expected);
  });

  it('has paths relative to the root', () => {
    const line = '/shop/a.py:3: error: wrong  [misc]\n./a.py:0: error: wrong  [misc]\n';
    assert.deepEqual(readMypyBaseline(line, '/shop').imported, [
      { path: 'a.py', code: 'misc', message: 'wrong', count: 2 },
    ]);
  });

  it('has no code where the line has none', () => {
    assert.deepEqual(readMypyBaseline('a.py:0: error: wrong\n', '/shop').imported, [
      { path: 'a.py', code: '', message: 'wrong', count: 1 },
    ]);
  });

  it('gives back the lines that it does not understand', () => {
    const content = `${BASELINE}\n<<<<<<< HEAD\na.py: what is this\n`;
    assert.deepEqual(readMypyBaseline(content, '/shop').unread, [
      '<<<<<<< HEAD',
      'a.py: what is this',
    ]);
    assert.deepEqual(readMypyBaseline('', '/shop'), { imported: [], unread: [] });
  });

  it('finds every error that mypy can print', () => {
    fc.assert(
      fc.property(fc.array(anyMessage), (messages) => {
        const content = messages.map((message) => `${formatMessage(message)}\n`).join('');
        const { imported, unread } = readMypyBaseline(content, '/shop');
        const errors = messages.filter(({ severity }) => severity === 'error');
        assert.deepEqual(unread, []);
        assert.equal(
          imported.reduce((sum, { count }) => sum + count, 0),
          errors.length,
        );
      }),
    );
  });
});
