import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ScopeIndex } from '../../../src/workspace/source/scope-index.js';
import { decodeSource, type SourceText } from '../../../src/workspace/source/source-text.js';

function decode(bytes: Buffer): SourceText {
  return decodeSource({ asText: () => bytes.toString('utf8'), asBytes: () => bytes });
}

const SHOP = `import os

TOTAL: int = "x"

@register
@cached(
    size=3,
)
class Cart(Base):
    size = 1

    @property
    async def items(self, name: str = None) -> int:
        def inner():
            return lambda q: q
        if name:
            try:
                class Local: pass
            except ValueError:
                return inner()
        return 1

def total(): return Cart()
print(total())
`;

function scopesOf(text: string): string[] {
  const source = decode(Buffer.from(text));
  const index = ScopeIndex.parse(source);
  return source.lines.map((_, line) => index.at(line + 1)?.name ?? '');
}

/** The scope of the first line that holds a text. */
function scopeAt(text: string, needle: string): string {
  const line = text.split('\n').findIndex((candidate) => candidate.includes(needle));
  assert.ok(line >= 0, needle);
  return scopesOf(text)[line] ?? '';
}

describe('the scope of a line', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['import os', ''],
    ['TOTAL: int', ''],
    ['@register', 'Cart'],
    ['size=3', 'Cart'],
    ['class Cart', 'Cart'],
    ['size = 1', 'Cart'],
    ['@property', 'Cart.items'],
    ['async def items', 'Cart.items'],
    ['def inner', 'Cart.items.inner'],
    ['lambda q', 'Cart.items.inner'],
    ['if name', 'Cart.items'],
    ['class Local', 'Cart.items.Local'],
    ['return inner()', 'Cart.items'],
    ['return 1', 'Cart.items'],
    ['def total', 'total'],
    ['print(total())', ''],
  ];
  for (const [needle, scope] of cases) {
    it(`of \`${needle}\` is ${scope || 'the module'}`, () => {
      assert.equal(scopeAt(SHOP, needle), scope);
    });
  }

  it('can be told around code that does not parse', () => {
    assert.equal(scopeAt('def f(:\n    x = (\n\ndef g():\n    y = 1\n', 'y = 1'), 'g');
  });

  it('is not changed by blank lines and comments elsewhere', () => {
    const lines = SHOP.trimEnd().split('\n');
    const before = scopesOf(lines.join('\n'));
    const positions = fc.array(fc.nat(lines.length), { maxLength: 6 });
    fc.assert(
      fc.property(positions, fc.constantFrom('', '# note', '        # note'), (at, added) => {
        const grown = lines.flatMap((line, index) => (at.includes(index) ? [added, line] : [line]));
        const scopes = scopesOf(grown.join('\n'));
        const kept = grown.flatMap((line, index) => (line === added ? [] : [scopes[index]]));
        assert.deepEqual(
          kept,
          before.filter((_, index) => lines[index] !== added),
        );
      }),
    );
  });

  it('costs no error for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void scopesOf(text)));
  });
});

describe('decoding a source file', () => {
  it('takes LF, CRLF and CR as line ends and drops a byte order mark', () => {
    const { lines } = decode(Buffer.from('\uFEFFa = 1\r\nb = 2\rc = 3\n'));
    assert.deepEqual(lines, ['a = 1', 'b = 2', 'c = 3', '']);
  });

  it('follows a coding comment', () => {
    const bytes = Buffer.from('# -*- coding: latin-1 -*-\nname = "é"\n', 'latin1');
    assert.equal(decode(bytes).lines[1], 'name = "é"');
  });

  it('reads an unknown encoding as UTF-8', () => {
    assert.equal(decode(Buffer.from('# coding: klingon\né = 1')).lines[1], 'é = 1');
  });
});
