import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  applyEdits,
  joinEdits,
  mapLine,
  withoutOverlaps,
} from '../../../../src/core/fix/apply-edits.js';
import { findApplied, withoutFixes } from '../../../../src/core/fix/find-applied.js';
import type { Fix, TextEdit } from '../../../../src/core/fix/fix.js';
import { verbatim } from '../../../../src/core/language/language.js';

function fixOf(...edits: readonly TextEdit[]): Fix {
  return {
    kind: 'ignore',
    title: verbatim(''),
    path: 'a.py',
    errors: [],
    edits,
    reach: { first: 1, last: 1 },
    subject: '',
    isForMany: true,
  };
}

function insert(line: number, character: number, newText: string): TextEdit {
  const range = { startLine: line, startCharacter: character, endLine: line };
  return { range: { ...range, endCharacter: character }, newText };
}

const anyLine = fc.stringMatching(/^[a-zé🎉 \t]{0,6}$/u);
const anyLineEnd = fc.constantFrom('\n', '\r\n');

/** Lines, and fixes that each append something to one of them. */
const anyAppended = fc
  .array(anyLine, { minLength: 1, maxLength: 8 })
  .chain((lines) =>
    fc
      .subarray(lines.map((_, index) => index))
      .map((chosen) => ({ lines, chosen: chosen.toSorted((a, b) => a - b) })),
  );

describe('edits', () => {
  it('leave the rest of a file as it is, to the last byte', () =>
    fc.assert(
      fc.property(anyAppended, anyLineEnd, fc.boolean(), ({ lines, chosen }, end, isMarked) => {
        const mark = isMarked ? '\uFEFF' : '';
        const text = mark + lines.join(end);
        const edits = chosen.map((line) => insert(line, lines[line]?.length ?? 0, '#é\n!'));
        const wanted = lines.map((line, index) =>
          chosen.includes(index) ? `${line}#é${end}!` : line,
        );
        // A text of one line has no line ends to go by.
        const inserted = lines.length > 1 ? end : '\n';
        const expected = mark + wanted.join(end).replaceAll(`#é${end}!`, `#é${inserted}!`);
        assert.equal(applyEdits(text, joinEdits(edits.map((edit) => fixOf(edit)))), expected);
      }),
    ));

  it('tell where the other lines are then', () =>
    fc.assert(
      fc.property(anyAppended, ({ lines, chosen }) => {
        const named = lines.map((line, index) => `${index}${line}`);
        const edits = chosen.map((line) => insert(line, named[line]?.length ?? 0, '\n+'));
        const after = applyEdits(named.join('\n'), edits).split('\n');
        for (const [index, line] of named.entries()) {
          assert.equal(after[mapLine(index + 1, edits) - 1], line);
        }
      }),
    ));

  it('of a whole line take it out, and put one before another', () => {
    const gone = {
      range: { startLine: 1, startCharacter: 0, endLine: 2, endCharacter: 0 },
      newText: '',
    };
    assert.equal(applyEdits('a\r\nb\r\nc', [gone]), 'a\r\nc');
    assert.deepEqual(
      [1, 3].map((line) => mapLine(line, [gone])),
      [1, 2],
    );
    const added = insert(1, 0, 'x\n');
    assert.equal(applyEdits('a\nb\nc', [added]), 'a\nx\nb\nc');
    assert.deepEqual(
      [1, 2, 3].map((line) => mapLine(line, [added])),
      [1, 3, 4],
    );
  });

  it('that several fixes want alike are made once, and those that overlap not at all', () => {
    const shared = insert(0, 0, 'import x\n');
    const [first, second] = [fixOf(shared, insert(1, 0, 'a')), fixOf(shared, insert(2, 0, 'b'))];
    assert.equal(joinEdits([first, second]).length, 3);
    assert.deepEqual(withoutOverlaps([first, second]), [first, second]);
    const other = fixOf(insert(1, 0, 'c'));
    assert.deepEqual(withoutOverlaps([first, second, other]), [first, second]);
  });
});

describe('what a person takes over of some fixes', () => {
  it('is found in the text, and can be taken back', () =>
    fc.assert(
      fc.property(anyAppended, fc.infiniteStream(fc.boolean()), ({ lines, chosen }, choices) => {
        const before = lines.join('\n');
        const fixes = chosen.map((line) => fixOf(insert(line, lines[line]?.length ?? 0, '#!')));
        const taken = fixes.filter(() => choices.next().value);
        const after = applyEdits(before, joinEdits(taken));
        assert.deepEqual(findApplied(before, fixes, after), taken);
        assert.equal(withoutFixes(before, taken, new Set(taken)), before);
      }),
    ));

  it('is not guessed at where the text was changed in other ways', () => {
    const fixes = [fixOf(insert(0, 1, '!')), fixOf(insert(1, 1, '?'))];
    assert.deepEqual(findApplied('a\nb\nc', fixes, 'a!\nb\nc'), [fixes[0]]);
    for (const after of ['a!\nb\nd', 'x\nb\nc', 'a!\nb?\nc\n', '']) {
      assert.equal(findApplied('a\nb\nc', fixes, after), undefined, after);
    }
  });
});
