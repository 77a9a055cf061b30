import assert from 'node:assert/strict';
import fc from 'fast-check';
import { columnUnitOf, toCharacter } from '../../../../src/core/output/column.js';

/** The part of a line between two columns of mypy. */
function cut(
  line: string,
  start: number,
  end: number,
  unit?: 'bytes' | 'native' | 'syntax' | 'unknown',
): string {
  return line.slice(toCharacter(line, start, 'start', unit), toCharacter(line, end, 'end', unit));
}

describe('toCharacter', () => {
  // Columns as 1.4.1, 1.19.1 and 2.4.1 with --no-native-parser print them.
  const bytes = [
    ['f("é", "é")', 3, 6, '"é"'],
    ['f("é", "é")', 9, 12, '"é"'],
    ['f("🎉", "🎉")', 11, 16, '"🎉"'],
    ['f("é🎉日", "é🎉日")', 16, 26, '"é🎉日"'],
    ['x = "é" + f("日本", 1) + f(1, "é🎉")  # é', 12, 25, 'f("日本", 1)'],
    ['größe(ö=5, ä="ü")', 18, 21, '"ü"'],
    ['"é"; Ü().ñandu.ñ', 7, 17, 'Ü().ñandu'],
    ['été: str = f(1, 2)', 14, 20, 'f(1, 2)'],
  ] as const;
  for (const [line, start, end, text] of bytes) {
    it(`counts bytes: ${text} in ${line}`, () => {
      assert.equal(cut(line, start, end, 'bytes'), text);
      assert.equal(cut(line, start, end, 'unknown'), text);
    });
  }

  // Columns as 2.4.1 prints them with its own parser. Ends that fall before their start are left
  // out: mypy makes those one column long.
  const native = [
    ['f("é", "é")', 3, 4, '"é"'],
    ['f("é", "é")', 7, 8, '"é"'],
    ['f("🎉", "🎉")', 5, 7, '"🎉"'],
    ['f("日本", "日本")', 5, 8, '"日本"'],
    ['x = "é" + f("日本", 1) + f(1, "é🎉")  # é', 12, 13, '"日本"'],
    ['x = "é" + f("日本", 1) + f(1, "é🎉")  # é', 24, 27, '"é🎉"'],
    ['x = "é" + f("日本", 1) + f(1, "é🎉")  # é', 10, 15, 'f("日本", 1)'],
    ['été: str = f(1, 2)', 10, 16, 'f(1, 2)'],
    ['größe("ü", 5)', 9, 9, '5'],
    ['größe(ö=5, ä="ü")', 6, 6, '5'],
    ['print("é", undefined_name)', 11, 24, 'undefined_name'],
    ['"é"; Ü().ñandu.ñ', 5, 11, 'Ü().ñandu'],
    ['"🎉🎉🎉"; undefined_name', 2, 12, 'undefined_name'],
    ['"é🎉日"; undefined_name', 3, 15, 'undefined_name'],
    ['ascii(1, x)', 10, 10, 'x'],
  ] as const;
  for (const [line, start, end, text] of native) {
    it(`undoes the native parser: ${text} in ${line}`, () => {
      assert.equal(cut(line, start, end, 'native'), text);
    });
  }

  it('takes the column of a syntax error for code points and one too many', () => {
    assert.equal(toCharacter('"日本", "日本", 5 5', 16, 'start', 'syntax'), 14);
    assert.equal(toCharacter('x = "é" + )', 12, 'start', 'syntax'), 10);
    assert.equal(toCharacter('"🎉", "🎉", 5 5', 13, 'start', 'syntax'), 13);
  });

  it('takes an unknown column for the edge of the whole line', () => {
    assert.equal(cut('    x = 1  ', 0, 0), 'x = 1');
  });

  it('lets the edges that it is given decide', () => {
    const line = '"🎉🎉🎉"; undefined_name';
    assert.equal(toCharacter(line, 2, 'start', 'native', [0, 7]), 7);
    assert.equal(toCharacter(line, 2, 'start', 'native', [8]), 8);
  });

  it('is exact on ASCII in every unit', () => {
    const ascii = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(ascii, fc.nat(), (line, at) => {
        const column = (at % line.length) + 1;
        for (const unit of ['bytes', 'native', 'unknown'] as const) {
          assert.equal(toCharacter(line, column, 'start', unit), column - 1);
          assert.equal(toCharacter(line, column, 'end', unit), column);
        }
      }),
    );
  });

  it('inverts the byte columns of any line', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (head, tail) => {
          const column = Buffer.byteLength(head);
          assert.equal(toCharacter(head + tail, column + 1, 'start', 'bytes'), head.length);
          if (column > 0)
            assert.equal(toCharacter(head + tail, column, 'end', 'bytes'), head.length);
        },
      ),
    );
  });

  it('stays inside the line and never inside a surrogate pair', () => {
    const units = fc.constantFrom('bytes', 'native', 'syntax', 'unknown');
    const sides = fc.constantFrom('start', 'end');
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.nat(60),
        sides,
        units,
        (line, column, side, unit) => {
          const character = toCharacter(line, column, side, unit);
          assert.ok(character >= 0 && character <= line.length);
          const [before = 0, after = 0] = [
            line.charCodeAt(character - 1),
            line.charCodeAt(character),
          ];
          assert.ok(!(before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000));
        },
      ),
    );
  });
});

describe('columnUnitOf', () => {
  it('knows when the native parser became the default', () => {
    assert.equal(columnUnitOf('1.19.1', 'misc'), 'bytes');
    assert.equal(columnUnitOf('2.3.1', 'misc'), 'bytes');
    assert.equal(columnUnitOf('2.4.0', 'misc'), 'native');
    assert.equal(columnUnitOf('2.4.0+dev.0123', 'misc'), 'native');
    assert.equal(columnUnitOf('3.0', 'misc'), 'native');
    assert.equal(columnUnitOf('2.4.1', 'syntax'), 'syntax');
  });
});
