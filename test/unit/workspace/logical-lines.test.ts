import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readLogicalLines } from '../../../src/workspace/source/logical-lines.js';

/** Each logical line as it stands, with its indent. */
function linesOf(text: string): readonly (readonly [number, string])[] {
  const rows = text.split('\n');
  return readLogicalLines(text).map(({ from, firstLine, lastLine, indent }) => {
    const [first = '', ...others] = rows.slice(firstLine - 1, lastLine);
    const character = from - (text.lastIndexOf('\n', from) + 1);
    return [indent, [first.slice(character), ...others].join('\n')];
  });
}

const AFTER = 'after = 1';

/** Statements that Python takes for one, and that a simpler reader takes for less or more. */
const STATEMENTS: Readonly<Record<string, string>> = {
  'brackets over lines': 'f(\n    1,  # )\n    [2,\n], {3})',
  'a backslash': 'x = 1 + \\\n    2',
  'brackets in strings': `x = "(" + '[' + """{""" + '''('''`,
  'a string of lines': 'x = """\n(\n  "" \\"""\n"""',
  'escaped quotes': `x = "\\"(" + '\\'(' + r"\\"`,
  'quotes that a raw string keeps': `x = r"\\"(" + rb'\\'('`,
  'an escaped line feed': 'x = "(\\\n("',
  'an empty string': `x = "" + '' + "("`,
  'a string after a word that ends like a prefix': 'x = 1 if"f{("in y else not"{("',
  'braces that are none': 'x = f"{{(" + f"}}("',
  'a string in a field': `x = f"{names['(']}("`,
  'the same quotes in a field': 'x = f"{names["("]}(" + f"{"\\n".join(f"{"("}")}"',
  'a quote in a format': `x = f"{name:'>10}(" + f'{name:">10}('`,
  'a field in a format': 'x = f"{name!r:>{width["("]}}("',
  'colons that begin no format': 'x = f"{names["(":]}{(lambda: "(")()}{ {1: 2}[1]}("',
  'a named character': 'x = f"\\N{LEFT PARENTHESIS}(" + f"\\{name}("',
  'a raw string of expressions': `x = rf"\\{names["("]}(" + fR'{1}('`,
  'a field over lines': 'x = f"{\n    name  # "\n}("',
  'expressions in a string of lines': 'x = f"""\n{names["""("""]}\n(" {{ """',
  'a template string': 'x = t"{names["("]}("',
  'code after a string in one line': 'x = f"{1}"; y = [\n]',
};

describe('logical lines', () => {
  for (const [name, statement] of Object.entries(STATEMENTS)) {
    it(`are one for ${name}`, () => {
      assert.deepEqual(linesOf(`${statement}\n${AFTER}\n`), [
        [0, statement],
        [0, AFTER],
      ]);
    });
  }

  it('leave out what is blank', () => {
    const text = '\n# a\nx = 1  # b\n\n    \n   # c\n\f\ny = 2';
    assert.deepEqual(linesOf(text), [
      [0, 'x = 1  # b'],
      [0, 'y = 2'],
    ]);
  });

  it('are indented by columns, not by characters', () => {
    const text = 'a:\n\tb\n        c\n  \td\n \f e\n';
    assert.deepEqual(
      linesOf(text).map(([indent]) => indent),
      [0, 8, 8, 8, 1],
    );
  });

  it('are found again after a bracket or a quote too many', () => {
    for (const broken of ['x = (1,\ny = [2', 'x = f"{1\n', `x = 'a\n`, 'x = f"{"\n', 'x = 1)]}']) {
      const found = linesOf(`${broken}\ndef f():\n    pass\n`);
      assert.deepEqual(found.slice(-2), [
        [0, 'def f():'],
        [4, 'pass'],
      ]);
    }
  });

  it('are read soon, however deep strings and brackets lie in each other', () => {
    for (const deep of [
      'f"{',
      'f"{x:{',
      `f'''{(`,
      '(',
      '[f"',
      '"""f"{',
      `\\'f'{`,
      '{f"\\N{',
      'f"""\\N{',
    ]) {
      const text = `x = ${deep.repeat(50_000)}\ndef f():\n    pass\n`;
      assert.ok(readLogicalLines(text).length > 0, deep);
    }
  });

  it('follow each other in any text', () => {
    const characters = fc.constantFrom(...'ab \t\n\n\\"\'#()[]{}:frtN\f');
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 60 }), (text) => {
        let last = 0;
        for (const { from, firstLine, lastLine } of readLogicalLines(text)) {
          assert.ok(firstLine > last && lastLine >= firstLine);
          assert.equal(text.slice(0, from).split('\n').length, firstLine);
          last = lastLine;
        }
        assert.ok(last <= text.split('\n').length);
      }),
      { numRuns: 2_000 },
    );
  });
});
