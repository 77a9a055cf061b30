import assert from 'node:assert/strict';
import { parser } from '@lezer/python';
import fc from 'fast-check';
import { applyEdits, editsByPath, withoutOverlaps } from '../../../../src/core/fix/apply-edits.js';
import { createFixFinder } from '../../../../src/workspace/fix/find-fixes.js';
import { toSourceText } from '../../../../src/workspace/source/source-text.js';
import { locatedOn } from '../../../support/fix/located-errors.js';

/** Statements that can follow each other, with what makes comments hard to place. */
const STATEMENTS = [
  'x = 1',
  'x = "# no comment"  # noqa: E501',
  "y = '''a\n# still a string\n'''  # done",
  'z = f"""{x}\n  # {y!r:>{x}}\n"""',
  'total = 1 + \\\n    2 + \\\n    3',
  'call(\n    1,  # one\n    "#",\n)',
  '@decorate  # why\ndef f(a: int,\n      b="日本 🎉") -> None:\n\treturn None',
  'class C(  # base\n    Base,\n):\n    x: int = 0',
  'v = []  # type: List[int]',
  'w = 0  # type: ignore[assignment]  # reason',
  'if x:\n\tpass\nelse:\n\tpass  # pragma: no cover',
  'items = {\n    "a": [1, 2],\n\n    # alone\n    "b": (3,\n          4),\n}',
  'print(a); print(b)  ',
  'r = r"\\d#"',
];

const anyFile = fc.record({
  statements: fc.array(fc.constantFrom(...STATEMENTS), { minLength: 1, maxLength: 12 }),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  mark: fc.constantFrom('', '\uFEFF'),
  tail: fc.constantFrom('', '\n', '\n\n'),
  picks: fc.array(
    fc.record({ line: fc.nat(80), length: fc.nat(3), code: fc.constantFrom('misc', 'index') }),
    {
      minLength: 1,
      maxLength: 6,
    },
  ),
});

/** The nodes of a file that mean something to Python, with their texts. */
function meaningOf(text: string): readonly string[] {
  const nodes: string[] = [];
  parser.parse(text).iterate({
    enter: ({ name, from, to, node }) => {
      if (name !== 'Comment' && node.firstChild === null)
        nodes.push(`${name} ${text.slice(from, to)}`);
    },
  });
  return nodes;
}

describe('ignoring errors on any lines of any file', () => {
  it('adds comments, changes nothing else, and once is enough', () =>
    fc.assert(
      fc.property(anyFile, ({ statements, lineEnd, mark, tail, picks }) => {
        const text = mark + statements.join('\n').replaceAll('\n', lineEnd) + tail;
        const source = toSourceText(text);
        const errors = picks
          .map(({ line, length, code }) => {
            const first = 1 + (line % source.lines.length);
            return locatedOn(source.text, first, code, first + length);
          })
          .toSorted((a, b) => a.start.line - b.start.line);
        const fixes = createFixFinder(source, { hasUnions: true })(errors);
        assert.deepEqual(withoutOverlaps(fixes), fixes);
        const edits = editsByPath(fixes).get('a.py') ?? [];
        const fixed = applyEdits(text, edits);
        assert.deepEqual(meaningOf(toSourceText(fixed).text), meaningOf(source.text));
        assert.equal(withoutCodes(fixed), withoutCodes(text), 'the rest is as it was');
        assert.ok(edits.every(({ newText }) => fixed.includes(newText)));
        const again = toSourceText(fixed);
        const moved = fixes
          .flatMap((fix) => fix.errors)
          .map((error) => ({
            ...error,
            text: again.lines[error.start.line - 1]?.trim() ?? '',
          }));
        assert.deepEqual(createFixFinder(again, { hasUnions: true })(moved), []);
      }),
      { numRuns: 300 },
    ));
});

/** A text without what the fixes may add. */
function withoutCodes(text: string): string {
  return text
    .replaceAll(/ {2}# type: ignore\[(?:index|misc)(?:, (?:index|misc))*\](?=\s|$)/g, '')
    .replaceAll(/# type: ignore\[(?:index|misc)(?:, (?:index|misc))*\] {2}(?=#)/g, '')
    .replaceAll(/, (?:index|misc)(?=[\],])/g, '');
}
