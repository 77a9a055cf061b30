import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commentMarker } from '../../../../src/report/formats/comment-marker.js';
import { markdownFailure } from '../../../../src/report/formats/markdown-failure.js';

const PLACE = { prefix: 'back end', baselinePath: 'mypy-baseline.jsonl' };

describe('the comment of a check that came to no verdict', () => {
  it('has the mark of its project and all that was told', () => {
    assert.equal(
      markdownFailure(PLACE, 'There is a syntax error in a.py:1.\nclass A(:'),
      [
        '<!-- mypy-ratchet: back%20end/mypy-baseline.jsonl -->',
        '## Whether the type debt grew is not known',
        '',
        'The check did not come to its end, which is never a pass.',
        '',
        '```text',
        'There is a syntax error in a.py:1.',
        'class A(:',
        '```',
        '',
      ].join('\n'),
    );
  });

  it('stays in its block and below the limit, whatever was told', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('```', '\n````\n', '`'.repeat(200), '\r\n', '@ada', '<!-- -->', '\u202E'),
    );
    const words = fc.oneof(
      fc.array(unit).map((parts) => parts.join('')),
      unit.map((text) => text.repeat(100_000 / Math.max(1, text.length))),
    );
    fc.assert(
      fc.property(words, (text) => {
        const comment = markdownFailure(PLACE, text);
        assert.ok(comment.length < 65_536, String(comment.length));
        const lines = comment.trimEnd().split('\n');
        const fence = lines.at(-1) ?? '';
        assert.match(fence, /^`{3,80}$/);
        assert.equal(lines[5], `${fence}text`);
        // CommonMark 0.31, section 4.5: what closes is at least as long as what opens.
        const closing = lines.slice(6, -1).filter((line) => line.includes(fence));
        assert.deepEqual(closing, []);
      }),
    );
  });
});

describe('the mark of a comment', () => {
  it('is one HTML comment on one line, for every project another one', () => {
    const path = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('-->', 'a\nb', '../x'));
    fc.assert(
      fc.property(path, path, (prefix, baselinePath) => {
        const marker = commentMarker({ prefix, baselinePath });
        assert.match(marker, /^<!-- mypy-ratchet: [^\s<>]* -->$/);
      }),
    );
    const marks = ['', 'a', 'b', 'a/b'].map((prefix) => commentMarker({ ...PLACE, prefix }));
    assert.equal(new Set(marks).size, 4);
  });
});
