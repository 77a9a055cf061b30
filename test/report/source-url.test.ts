import assert from 'node:assert/strict';
import { sourceUrl } from '../../src/report/parts/source-url.js';

const LINK = { kind: 'web' as const, url: 'https://github.com/acme/shop/blob/abc/backend' };

describe('sourceUrl', () => {
  it('names the line', () => {
    assert.equal(sourceUrl(LINK, 'app/models.py', 3), `${LINK.url}/app/models.py#L3`);
  });

  it('names the file where no line is known', () => {
    assert.equal(sourceUrl(LINK, 'app/models.py', 0), `${LINK.url}/app/models.py`);
  });

  it('takes characters with a meaning as part of the path', () => {
    assert.equal(sourceUrl(LINK, 'a b/c#d?e%.py', 0), `${LINK.url}/a%20b/c%23d%3Fe%25.py`);
  });

  for (const path of [
    '../x.py',
    'a/../../x.py',
    '/etc/passwd',
    '//evil.example',
    '',
    '\ud800.py',
  ]) {
    it(`has none for ${JSON.stringify(path)}`, () => {
      assert.equal(sourceUrl(LINK, path, 1), null);
    });
  }

  for (const url of ['http://example.com/a', 'javascript:alert(1)//', 'x', '', 'https://h/a?b=']) {
    it(`has none below ${JSON.stringify(url)}`, () => {
      assert.equal(sourceUrl({ kind: 'web', url }, 'a.py', 1), null);
    });
  }

  it('has none without a link', () => {
    assert.equal(sourceUrl(null, 'a.py', 1), null);
  });
});
