import assert from 'node:assert/strict';
import fc from 'fast-check';
import { html, trusted } from '../../src/report/html/html.js';

const render = (text: string) => html`${text}`.toString();

describe('html', () => {
  it('escapes every string, in text and in quoted attributes', () => {
    const text = `<b title="x" id='y'>&amp;`;
    assert.equal(
      html`<p title="${text}">${text}</p>`.toString(),
      '<p title="&lt;b title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;">' +
        '&lt;b title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;</p>',
    );
  });

  it('keeps templates within templates, and lists of them', () => {
    const items = ['a', '<'].map((name) => html`<li>${name}</li>`);
    assert.equal(html`<ul>${items}</ul>`.toString(), '<ul><li>a</li><li>&lt;</li></ul>');
  });

  it('leaves nothing for null and the number for a number', () => {
    assert.equal(html`[${null}${0}]`.toString(), '[0]');
  });

  it('does not escape what is trusted', () => {
    assert.equal(html`${trusted('<hr>')}`.toString(), '<hr>');
  });

  it('lets no string open a tag, end an attribute or hide', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.doesNotMatch(
          render(text),
          /[<>"']|&(?!(?:amp|lt|gt|quot|#39);)|[\p{Cs}\u202a-\u202e]/u,
        );
      }),
    );
  });

  it('shows controls as their pictures and overrides by number', () => {
    assert.equal(render('a\u001b[31m\u0000'), 'a␛[31m␀');
    assert.equal(render('x\u202ey\u2066z\u200f'), 'x[U+202E]y[U+2066]z[U+200F]');
    assert.equal(render('\ud800'), '[U+D800]');
  });

  it('leaves letters, emoji with joiners and tabs alone', () => {
    const text = 'é 日本 👩‍💻 می‌خواهم\tx';
    assert.equal(render(text), text);
  });
});
