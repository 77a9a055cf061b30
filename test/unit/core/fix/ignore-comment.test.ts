import assert from 'node:assert/strict';
import {
  addCodes,
  type CommentEdit,
  nameCodes,
  parseIgnoreComment,
  removeCodes,
} from '../../../../src/core/fix/ignore-comment.js';

/** The comment after an edit; null where there is none. */
function edited(comment: string, edit: CommentEdit | null): string | null {
  return edit && comment.slice(0, edit.from) + edit.newText + comment.slice(edit.to);
}

describe('a comment', () => {
  const kinds: readonly (readonly [string, string])[] = [
    ['# type: ignore', 'bare'],
    ['#type:ignore # why', 'bare'],
    ['# type: ignore[]', 'bare'],
    ['# type:  ignore [a]', 'codes'],
    ['# type: ignore[ a, b ]# noqa', 'codes'],
    ['# type: List[int]  # type: ignore[a]', 'codes'],
    ['# type: ignore[a] noqa', 'invalid'],
    ['# type: ignore because', 'invalid'],
    ['# type: ignored', 'none'],
    ['# type: ignoreé', 'none'],
    ['# Type: ignore', 'none'],
    ['## type: ignore', 'none'],
    ['# noqa  # type: ignore', 'none'],
  ];
  for (const [comment, kind] of kinds) {
    it(`${comment} is ${kind}`, () => assert.equal(parseIgnoreComment(comment).kind, kind));
  }
});

describe('codes come into a comment', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['', '  # type: ignore[a, b]'],
    ['# noqa', '# type: ignore[a, b]  # noqa'],
    ['# type: ignore[x]', '# type: ignore[x, a, b]'],
    ['# type: ignore[a]', '# type: ignore[a, b]'],
    ['# type: ignore[x,]', '# type: ignore[x, a, b]'],
    ['# type: ignore[b, a]', null],
    ['# type: ignore', null],
    ['# type: ignore[x] why', null],
    ['#: documentation', null],
    ['# type: int', '# type: int  # type: ignore[a, b]'],
    ['# type: int  # type: ignore[x]', '# type: int  # type: ignore[x, a, b]'],
  ];
  for (const [comment, expected] of cases) {
    it(comment === '' ? 'of a line without one' : comment, () => {
      const result = edited(comment, addCodes(comment, ['a', 'b', 'a']));
      assert.equal(result, expected);
      if (result === null) return;
      assert.equal(addCodes(result.trimStart(), ['a', 'b']), null, 'once is enough');
    });
  }
});

describe('codes go out of a comment', () => {
  const narrower = new Map([['import', ['import-not-found']]]);
  const cases: readonly (readonly [string, readonly string[] | null, string | null])[] = [
    ['# type: ignore', null, ''],
    ['# type: ignore  # why', null, '# why'],
    ['# type: ignore[a]', null, ''],
    ['# type: ignore[a, b, c]', ['b'], '# type: ignore[a, c]'],
    ['# type: ignore[a, b] # c', ['a', 'b'], '# c'],
    ['# type: int  # type: ignore[a]', null, '# type: int'],
    ['# type: ignore[a]', ['b'], null],
    ['# noqa', null, null],
    ['# type: ignore[import]', null, '# type: ignore[import-not-found]'],
    ['# type: ignore[import, a] # b', ['import', 'a'], '# type: ignore[import-not-found] # b'],
  ];
  for (const [comment, unused, expected] of cases) {
    it(`${unused?.join(', ') ?? 'all'} of ${comment}`, () =>
      assert.equal(edited(comment, removeCodes(comment, unused, narrower)), expected));
  }

  it('and a bare one names them', () => {
    const comment = '# type: ignore  # why';
    assert.equal(edited(comment, nameCodes(comment, ['a', 'b'])), '# type: ignore[a, b]  # why');
    assert.equal(nameCodes('# type: ignore[a]', ['a']), null);
  });
});
