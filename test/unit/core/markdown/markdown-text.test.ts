import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codeSpan, link, linkTo, prose } from '../../../../src/core/markdown/markdown-text.js';
import { visibleText } from '../../../../src/core/text/visible-text.js';
import { hostileText } from '../../../support/report/hostile-text.js';

describe('text of a code base in Markdown', () => {
  it('is shown on one line, with a picture or the number of what a reader would not see', () => {
    assert.equal(visibleText('a\r\nb\tc\0\u001B[31m\u202Ed\uD83C'), 'a b c␀␛[31m[U+202E]d[U+D83C]');
    assert.equal(visibleText('é 日本 🎉 👩‍💻'), 'é 日本 🎉 👩‍💻');
  });

  it('is code between more backticks than it holds', () => {
    assert.equal(codeSpan('a'), '`a`');
    assert.equal(codeSpan('a `` b'), '```a `` b```');
    assert.equal(codeSpan('`'), '`` ` ``');
    assert.equal(codeSpan(''), '` `');
    assert.equal(codeSpan(' a '), '`  a  `');
  });

  it('is code between no more backticks than GitHub counts', () => {
    const ticks = '`'.repeat(79);
    assert.equal(codeSpan(`${ticks}\``), `${ticks}\` ${ticks}\u200B\` ${ticks}\``);
  });

  it('is read back from code as it was, but for what cannot be seen', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        fc.pre(text.trim() !== '' && text.length <= 300);
        assert.equal(readCodeSpan(codeSpan(text)), visibleText(text));
      }),
    );
  });

  it('is neither markup nor a mention, an issue, a commit, an address or an emoji as words', () => {
    const said = {
      '@me #12 GH-1': '&#64;~me &#35;~12 GH~-1',
      'www.a.org https://a.org': 'www~.a.org https:~//a.org',
      'a@b.org :tada: 1: 2': 'a&#64;~b.org :~tada: 1: 2',
      '0123456789abcdef': '012345~6789ab~cdef',
      '<b>*x*</b>': '&#60;b&#62;&#42;x&#42;&#60;/b&#62;',
      '$x$ [y](z)': '<span>$</span>x<span>$</span> &#91;y&#93;(z)',
    };
    for (const [text, words] of Object.entries(said)) {
      assert.equal(prose(text), words.replaceAll('~', '\u200B'));
    }
  });

  it('is read back from words as it was, and they hold nothing that GitHub looks for', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        fc.pre(text.length <= 300);
        const words = prose(text);
        assert.doesNotMatch(words.replaceAll('<span>$</span>', ''), /[[\]<>*_`|~\\!@$\r\n]/);
        const read = words
          .replaceAll('<span>$</span>', '$')
          .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
        assert.doesNotMatch(read, /[@#:][^\s\u200B]|GH-|www\.|[0-9a-f]{7}/i);
        assert.equal(read.replaceAll('\u200B', ''), visibleText(text).replaceAll('\u200B', ''));
      }),
    );
  });

  it('is one address within brackets whatever a path holds', () => {
    fc.assert(
      fc.property(hostileText, fc.nat(3), (path, line) => {
        const address = linkTo('https://example.org/blob/main', path, line);
        assert.match(
          link('x', address),
          /^\[x\]\(https:\/\/example\.org\/blob\/main\/[\w.%~/-]*(?:#L\d)?\)$/,
        );
      }),
    );
  });

  it('is not linked by an address without end', () => {
    assert.equal(link('x', linkTo('https://example.org', '日'.repeat(1_000), 1)), 'x');
  });
});

/** As CommonMark 0.31 has it, section 6.1: up to the next run of as many backticks. */
function readCodeSpan(markdown: string): string {
  const fence = /^`+/.exec(markdown)?.[0] ?? '';
  const content = markdown.slice(fence.length, -fence.length);
  const runs: readonly string[] = content.match(/`+/g) ?? [];
  assert.ok(fence !== '' && markdown.endsWith(fence) && !runs.includes(fence), markdown);
  assert.doesNotMatch(content, /^`|`$|[\r\n]/);
  return content.startsWith(' ') && content.endsWith(' ') && content.trim() !== ''
    ? content.slice(1, -1)
    : content;
}
