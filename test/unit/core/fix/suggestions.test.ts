import assert from 'node:assert/strict';
import {
  missingAttribute,
  parseUnnamedCodes,
  parseUnusedIgnore,
  suggestsAwait,
  suggestsOptional,
} from '../../../../src/core/fix/suggestions.js';
import { errorOn } from '../../../support/fix/located-errors.js';

const errorSaying = (code: string, message: string) => errorOn('a.py', 1, code, message);

describe("mypy's words", () => {
  it('say which codes of a comment are unused, and what would do instead', () => {
    const parse = (message: string, code = 'unused-ignore') => {
      const unused = parseUnusedIgnore(errorSaying(code, message));
      return unused && [unused.codes, Object.fromEntries(unused.narrower)];
    };
    assert.deepEqual(parse('Unused "type: ignore" comment'), [null, {}]);
    assert.deepEqual(parse('unused "type: ignore" comment', ''), [null, {}], 'before mypy 1.4');
    assert.deepEqual(parse('Unused "type: ignore[a, b-c]" comment'), [['a', 'b-c'], {}]);
    assert.deepEqual(
      parse(
        'Unused "type: ignore[import, misc]" comment, use narrower [import-not-found] instead of [import] code',
      ),
      [['import', 'misc'], { import: ['import-not-found'] }],
    );
    assert.equal(parse('Unused "type: ignore" comment', 'misc'), undefined);
    assert.equal(parse('Something else'), undefined);
  });

  it('say which codes a bare comment should name', () => {
    const message =
      '"type: ignore" comment without error code (consider "type: ignore[a, b]" instead)';
    assert.deepEqual(parseUnnamedCodes(errorSaying('ignore-without-code', message)), ['a', 'b']);
    const bare = '"type: ignore" comment without error code';
    assert.equal(parseUnnamedCodes(errorSaying('ignore-without-code', bare)), undefined);
  });

  it('say where None is not allowed, of an argument and of a parameter', () => {
    const rest = '(default has type "None", X has type "int")';
    const values = (code: string, message: string) => suggestsOptional(errorSaying(code, message));
    assert.ok(values('assignment', `Incompatible default for argument "a" ${rest}`));
    assert.ok(values('assignment', `Incompatible default for parameter "a" ${rest}`));
    assert.ok(
      values(
        'assignment',
        'Incompatible types in assignment (expression has type "None", variable',
      ),
    );
    assert.ok(
      !values('assignment', 'Incompatible default for argument "a" (default has type "str", X'),
    );
    assert.ok(!values('arg-type', `Incompatible default for argument "a" ${rest}`));
  });

  it('say what has to be awaited', () => {
    const error = errorSaying('attr-defined', '"Coroutine[Any, Any, C]" has no attribute "x"');
    const start = { line: 1, column: 1 };
    const note = { path: 'a.py', start, message: 'Maybe you forgot to use "await"?' };
    assert.ok(suggestsAwait({ ...error, notes: [note] }));
    assert.ok(!suggestsAwait(error));
    assert.equal(missingAttribute(error), 'x');
  });
});
